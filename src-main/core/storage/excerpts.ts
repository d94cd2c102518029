import type {
  Anchor,
  ClaimId,
  Color,
  Excerpt,
  ExcerptId,
  SourceId,
  Stance,
  Status,
  VersionId,
} from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { hasTag, isoTime, parseTags, tagsColumn } from './columns.ts';
import type { Reader } from './connection.ts';
import { Filter } from './filter.ts';
import { PageFinder } from './pages.ts';
import { tagScope } from './tags.ts';

interface ExcerptRow {
  id: ExcerptId;
  source_id: SourceId;
  version_id: VersionId;
  start_offset: number;
  end_offset: number;
  exact: string;
  prefix: string;
  suffix: string;
  anchor: Anchor;
  color: Color;
  note: string;
  created_at: number;
  updated_at: number;
  tags: string;
  claims: string;
}

/** `live_excerpt` leaves out what is in the trash, also with its source. */
const SELECT_EXCERPTS = `SELECT excerpt.id, excerpt.source_id, excerpt.version_id, excerpt.start_offset,
  excerpt.end_offset, excerpt.exact, excerpt.prefix, excerpt.suffix, excerpt.anchor, excerpt.color,
  excerpt.note, excerpt.created_at, excerpt.updated_at,
  ${tagsColumn('excerpt_tag', 'excerpt.id')} AS tags,
  (SELECT json_group_array(json_object('id', claim.id, 'statement', claim.statement,
      'status', claim_status.status, 'stance', evidence.stance) ORDER BY evidence.created_at, evidence.id)
    FROM evidence JOIN claim ON claim.id = evidence.claim_id
    JOIN claim_status ON claim_status.claim_id = claim.id
    WHERE evidence.excerpt_id = excerpt.id AND evidence.deleted_at IS NULL AND claim.deleted_at IS NULL
  ) AS claims
  FROM live_excerpt AS excerpt`;

type ClaimReference = { id: ClaimId; statement: string; status: Status; stance: Stance };

function toExcerpt(row: ExcerptRow, pages: PageFinder): Excerpt {
  return {
    id: row.id,
    sourceId: row.source_id,
    versionId: row.version_id,
    start: row.start_offset,
    end: row.end_offset,
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
    anchor: row.anchor,
    page: pages.find(row.version_id, row.start_offset, row.end_offset),
    color: row.color,
    note: row.note,
    tags: parseTags(row.tags),
    claims: JSON.parse(row.claims) as ClaimReference[],
    createdAt: isoTime(row.created_at),
    updatedAt: isoTime(row.updated_at),
  };
}

export interface ExcerptQuery {
  readonly source?: string | undefined;
  readonly tag?: string | undefined;
  readonly exactTag?: boolean | undefined;
  readonly color?: Color | undefined;
  readonly anchor?: Anchor | undefined;
}

/** In order of source and place. */
export function listExcerpts(reader: Reader, query: ExcerptQuery): Excerpt[] {
  const filter = new Filter()
    .add('excerpt.source_id = ?', query.source)
    .add('excerpt.color = ?', query.color)
    .add('excerpt.anchor = ?', query.anchor)
    .add(hasTag('excerpt_tag', 'excerpt.id'), tagScope(reader, query));
  // In the words of the index `excerpt_review`, which holds the few that do not stand.
  if (query.anchor === 'moved' || query.anchor === 'orphan') filter.add("excerpt.anchor <> 'exact'");
  const pages = new PageFinder(reader);
  return reader
    .all<ExcerptRow>(
      `${SELECT_EXCERPTS} ${filter.where} ORDER BY excerpt.source_id, excerpt.start_offset, excerpt.end_offset, excerpt.id`,
      ...filter.values,
    )
    .map((row) => toExcerpt(row, pages));
}

/** @throws DossierError not-found, also for one in the trash */
export function getExcerpt(reader: Reader, id: string): Excerpt {
  const row = reader.get<ExcerptRow>(`${SELECT_EXCERPTS} WHERE excerpt.id = ?`, id);
  if (!row) throw new DossierError('not-found', { what: 'excerpt', id });
  return toExcerpt(row, new PageFinder(reader));
}
