/** The rows that are searched, as documents: passages, excerpts, claims and notes that are not in the trash. */
import type { HitKind } from '../../common/contract/hits.ts';
import { tokenise } from '../../common/language/tokens.ts';
import { parseTags, tagWordsColumn } from '../storage/columns.ts';
import type { Reader } from '../storage/connection.ts';
import type { FieldTexts } from './analysis/fields.ts';
import { guessLanguage } from './analysis/stop-words.ts';
import { VersionTexts } from './version-texts.ts';

/** What is kept in memory of a document; its texts stay in the notebook. */
export interface Entry {
  readonly kind: HitKind;
  /** Of a passage `versionId#ordinal`. */
  readonly id: string;
  readonly sourceId: string | null;
  readonly versionId: string | null;
  readonly start: number | null;
  readonly end: number | null;
  /** Of the source; of claims and notes guessed from their words. */
  readonly language: string | null;
}

export interface SearchDocument {
  readonly entry: Entry;
  readonly title: string;
  readonly texts: FieldTexts;
}

export interface SourceRow {
  id: string;
  title: string;
  language: string | null;
  versionId: string;
  tags: string;
}

export interface PassageRow {
  ordinal: number;
  start: number;
  end: number;
}

/** What is a document by itself, where a source is one a passage. */
export type OwnKind = 'excerpt' | 'claim' | 'note';

const LIVE_IDS: Readonly<Record<OwnKind, string>> = {
  excerpt: 'SELECT id FROM live_excerpt',
  claim: 'SELECT id FROM claim WHERE deleted_at IS NULL',
  note: 'SELECT id FROM note WHERE deleted_at IS NULL',
};

interface ExcerptRow {
  id: string;
  sourceId: string;
  versionId: string;
  start: number;
  end: number;
  exact: string;
  note: string;
  title: string;
  language: string | null;
  tags: string;
}

interface OwnRow {
  id: string;
  title: string;
  body: string;
  tags: string;
}

const SOURCES = `SELECT id, title, language, version_id AS versionId, ${tagWordsColumn('source_tag', 'source.id')} AS tags
  FROM live_source AS source`;
const PASSAGES =
  'SELECT ordinal, start_offset AS start, end_offset AS end FROM passage WHERE version_id = ? ORDER BY ordinal';
const EXCERPT = `SELECT excerpt.id, excerpt.source_id AS sourceId, excerpt.version_id AS versionId,
  excerpt.start_offset AS start, excerpt.end_offset AS end, excerpt.exact, excerpt.note,
  source.title, source.language, ${tagWordsColumn('excerpt_tag', 'excerpt.id')} AS tags
  FROM live_excerpt AS excerpt JOIN source ON source.id = excerpt.source_id
  WHERE excerpt.id = ?`;
const CLAIM = `SELECT id, statement AS title, note AS body, ${tagWordsColumn('claim_tag', 'claim.id')} AS tags
  FROM claim WHERE deleted_at IS NULL AND id = ?`;
const NOTE = `SELECT id, title, body, ${tagWordsColumn('note_tag', 'note.id')} AS tags FROM note
  WHERE deleted_at IS NULL AND id = ?`;

/** Reads documents; remembers sources, for passages are asked for in runs. */
export class Documents {
  /** @param texts and `known` kept for longer than this, where somebody asks again and again */
  constructor(
    readonly reader: Reader,
    readonly texts = new VersionTexts(),
    readonly known = new Map<string, SourceRow | null>(),
  ) {}

  /** Every live source. */
  sources(): SourceRow[] {
    return this.reader.all<SourceRow>(SOURCES);
  }

  /** Null where it is not live. */
  source(id: string): SourceRow | null {
    return this.reader.get<SourceRow>(`${SOURCES} WHERE id = ?`, id) ?? null;
  }

  /** Of the source's current version. */
  passages(source: SourceRow): PassageRow[] {
    return this.reader.all<PassageRow>(PASSAGES, source.versionId);
  }

  /** Every live thing of a kind. */
  *all(kind: OwnKind): Generator<SearchDocument> {
    for (const { id } of this.reader.all<{ id: string }>(LIVE_IDS[kind])) {
      const document = this.thing(kind, id);
      if (document) yield document;
    }
  }

  /** Null where it is not live. */
  thing(kind: OwnKind, id: string): SearchDocument | null {
    switch (kind) {
      case 'excerpt':
        return this.#loadRow<ExcerptRow>(EXCERPT, id, excerptDocument);
      case 'claim':
        return this.#loadRow<OwnRow>(CLAIM, id, (row) => claimDocument(row, ownEntry('claim', row)));
      case 'note':
        return this.#loadRow<OwnRow>(NOTE, id, (row) => noteDocument(row, ownEntry('note', row)));
    }
  }

  /** For who goes through many of a source. Null where the row is not live any more. */
  load(entry: Entry): SearchDocument | null {
    return this.#load(entry, (version, start, end) => this.texts.of(this.reader, version).slice(start, end));
  }

  /** Reads no more than it has to. Null where the row is not live any more. */
  loadAlone(entry: Entry): SearchDocument | null {
    return this.#load(entry, (version, start, end) => this.texts.part(this.reader, version, start, end));
  }

  #load(entry: Entry, read: ReadPart): SearchDocument | null {
    switch (entry.kind) {
      case 'passage':
        return this.#loadPassage(entry, read);
      case 'excerpt':
        return this.thing('excerpt', entry.id);
      case 'claim':
        return this.#loadRow<OwnRow>(CLAIM, entry.id, (row) => claimDocument(row, entry));
      case 'note':
        return this.#loadRow<OwnRow>(NOTE, entry.id, (row) => noteDocument(row, entry));
    }
  }

  #loadRow<Row>(sql: string, id: string, make: (row: Row) => SearchDocument): SearchDocument | null {
    const row = this.reader.get<Row>(sql, id);
    return row ? make(row) : null;
  }

  #loadPassage({ id, sourceId, start, end }: Entry, read: ReadPart): SearchDocument | null {
    const source = this.#knownSource(sourceId ?? '');
    const ordinal = Number(id.slice(id.lastIndexOf('#') + 1));
    return source && toPassage(source, { ordinal, start: start ?? 0, end: end ?? 0 }, read);
  }

  #knownSource(id: string): SourceRow | null {
    let source = this.known.get(id);
    if (source === undefined) this.known.set(id, (source = this.source(id)));
    return source;
  }

  passage(source: SourceRow, row: PassageRow): SearchDocument {
    return toPassage(source, row, (version, start, end) =>
      this.texts.of(this.reader, version).slice(start, end),
    );
  }
}

/** From a version's text, in UTF-16 offsets. */
type ReadPart = (version: string, start: number, end: number) => string;

/**
 * A source's title and tags belong to its first passage: on every passage, one word of a title would be as many hits as
 * the article has paragraphs.
 */
function toPassage(source: SourceRow, { ordinal, start, end }: PassageRow, read: ReadPart): SearchDocument {
  const { id, title, language, versionId } = source;
  const text = read(versionId, start, end);
  const texts = ordinal === 0 ? { title, text, tag: joinTags(source.tags) } : { text };
  const entry = {
    kind: 'passage',
    id: `${versionId}#${ordinal}`,
    sourceId: id,
    versionId,
    start,
    end,
    language,
  };
  return { entry: entry as Entry, title, texts };
}

function excerptDocument(row: ExcerptRow): SearchDocument {
  const { id, sourceId, versionId, start, end, language } = row;
  return {
    entry: { kind: 'excerpt', id, sourceId, versionId, start, end, language },
    title: row.title,
    texts: { quotation: row.exact, note: row.note, tag: joinTags(row.tags) },
  };
}

function claimDocument({ title, body, tags }: OwnRow, entry: Entry): SearchDocument {
  return {
    entry,
    title,
    texts: { statement: title, note: body, tag: joinTags(tags) },
  };
}

function noteDocument({ title, body, tags }: OwnRow, entry: Entry): SearchDocument {
  return {
    entry,
    title,
    texts: { title, note: body, tag: joinTags(tags) },
  };
}

/** Enough words to tell two languages apart. */
const GUESSED_FROM = 2000;

/** Guesses its language, which is why an entry that is known is not made again. */
function ownEntry(kind: 'claim' | 'note', { id, title, body }: OwnRow): Entry {
  const text = `${title}\n${body}`;
  const language = guessLanguage(tokenise(text.slice(0, GUESSED_FROM)).map(({ term }) => term));
  return { kind, id, sourceId: null, versionId: null, start: null, end: null, language };
}

/** Line feeds keep two tags from being one phrase. */
function joinTags(json: string): string {
  return parseTags(json).join('\n');
}
