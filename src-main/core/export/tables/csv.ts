/** Everything as tables, one row a thing; ids join them. Lists within a cell stand one entry a line. */
import { tableLines } from '../../../common/csv-cells.ts';
import type { Claim, Excerpt, Note } from '../../../common/contract/entities.ts';
import { createCiter } from '../citation.ts';
import type { ExportData, ExportSource, Rendered } from '../model.ts';
import type { ExportWords } from '../words.ts';

/** A column's name, and what stands in it: nothing where there is nothing. */
type Columns<Row> = Readonly<Record<string, (row: Row) => string | number | null>>;

const lines = (entries: readonly string[]): string => entries.join('\n');

const SOURCES: Columns<Pick<ExportSource, 'source' | 'version'> & { readonly key: string }> = {
  id: ({ source }) => source.id,
  citekey: ({ key }) => key,
  title: ({ source }) => source.title,
  byline: ({ source }) => source.byline,
  site: ({ source }) => source.site,
  url: ({ source }) => source.url,
  published: ({ source }) => source.publishedAt,
  modified: ({ source }) => source.modifiedAt,
  captured: ({ version }) => version.capturedAt,
  added: ({ source }) => source.addedAt,
  language: ({ source }) => source.language,
  kind: ({ source }) => source.kind,
  words: ({ source }) => source.words,
  tags: ({ source }) => lines(source.tags),
  description: ({ source }) => source.description,
  sha256: ({ version }) => version.sha256,
};

interface Cited {
  readonly citekey: string;
  readonly citation: string;
  /** The address of the passage itself. */
  readonly link: string | null;
}

const CITED: Columns<Cited> = {
  citekey: ({ citekey }) => citekey,
  citation: ({ citation }) => citation,
  link: ({ link }) => link,
};

const HIGHLIGHTS: Columns<Excerpt & Cited> = {
  id: ({ id }) => id,
  source: ({ sourceId }) => sourceId,
  version: ({ versionId }) => versionId,
  start: ({ start }) => start,
  end: ({ end }) => end,
  quotation: ({ exact }) => exact,
  prefix: ({ prefix }) => prefix,
  suffix: ({ suffix }) => suffix,
  anchor: ({ anchor }) => anchor,
  page: ({ page }) => page,
  colour: ({ color }) => color,
  note: ({ note }) => note,
  tags: ({ tags }) => lines(tags),
  ...CITED,
  created: ({ createdAt }) => createdAt,
  updated: ({ updatedAt }) => updatedAt,
};

const CLAIMS: Columns<Claim> = {
  id: ({ id }) => id,
  statement: ({ statement }) => statement,
  status: ({ status }) => status,
  documents: ({ sources }) => sources,
  origins: ({ origins }) => origins,
  note: ({ note }) => note,
  tags: ({ tags }) => lines(tags),
  created: ({ createdAt }) => createdAt,
  updated: ({ updatedAt }) => updatedAt,
};

const EVIDENCE: Columns<Claim['evidence'][number] & Cited & { readonly claim: string }> = {
  claim: ({ claim }) => claim,
  highlight: ({ excerptId }) => excerptId,
  source: ({ sourceId }) => sourceId,
  stance: ({ stance }) => stance,
  origin: ({ origin }) => origin,
  note: ({ note }) => note,
  quotation: ({ quotation }) => quotation.exact,
  ...CITED,
};

const VERDICTS: Columns<Claim['history'][number] & { readonly claim: string }> = {
  claim: ({ claim }) => claim,
  at: ({ at }) => at,
  status: ({ status }) => status,
  reason: ({ reason }) => reason,
};

const NOTES: Columns<Note> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  body: ({ body }) => body,
  tags: ({ tags }) => lines(tags),
  created: ({ createdAt }) => createdAt,
  updated: ({ updatedAt }) => updatedAt,
};

export function renderCsv(data: ExportData, words: ExportWords): Rendered[] {
  const { sources, claims, notes, keys } = data;
  const cite = createCiter(data, words);
  function* ofEach<Part>(parts: (claim: Claim) => readonly Part[]) {
    for (const claim of claims) for (const part of parts(claim)) yield { ...part, claim: claim.id };
  }
  function* keyed() {
    for (const { source, version } of sources) yield { source, version, key: keys.get(source.id) ?? '' };
  }
  function* highlights() {
    for (const entry of sources)
      for (const excerpt of entry.excerpts) yield { ...excerpt, ...cite.excerpt(excerpt, entry) };
  }
  function* evidence() {
    for (const each of ofEach((claim) => claim.evidence)) yield { ...each, ...cite.evidence(each) };
  }
  return [
    toFile('sources', SOURCES, keyed()),
    toFile('highlights', HIGHLIGHTS, highlights()),
    toFile('claims', CLAIMS, claims),
    toFile('evidence', EVIDENCE, evidence()),
    toFile(
      'verdicts',
      VERDICTS,
      ofEach(({ history }) => history),
    ),
    toFile('notes', NOTES, notes),
  ];
}

function toFile<Row>(name: string, columns: Columns<Row>, rows: Iterable<Row>): Rendered {
  function* cells() {
    yield Object.keys(columns);
    for (const row of rows) yield Object.values(columns).map((read) => String(read(row) ?? ''));
  }
  return { path: `${name}.csv`, pieces: tableLines(cells()) };
}
