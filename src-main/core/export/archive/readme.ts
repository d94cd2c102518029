/** What lies in an archive, for whoever wants to read it without Dossier: the layout, and each table with its columns. */
import type { WholeTable } from '../../storage/whole-tables.ts';

const ABOUT: Readonly<Record<string, string>> = {
  blob: 'an original (a captured file, a picture): its bytes are originals/<sha256>, unpacked',
  change: 'one thing done: how to undo it, and what texts said before ("patches")',
  claim: 'a statement that can be judged',
  claim_tag: 'a claim carries a tag',
  collection: 'a list of articles that the user keeps',
  collection_source: 'an article is in a collection',
  draft: 'what was typed and not yet kept',
  diligence: 'a search that found nothing, or little, kept with a claim',
  evidence: 'a highlight bears on a claim: supports, disputes or mentions',
  excerpt: 'a highlight: what is quoted ("exact"), where in the text of its version, colour, note',
  excerpt_tag: 'a highlight carries a tag',
  library_item: 'what came over from the library of another program, so that it does not come twice',
  note: 'a note of its own, in Markdown',
  note_state: 'what a note said before, oldest first',
  note_tag: 'a note carries a tag',
  passage: 'about a paragraph of a version: the unit of search',
  saved_search: 'a search with its filters, under a name',
  setting: 'a preference that belongs to the notebook',
  source: 'an article; "version_id" is the version that stands for it',
  source_address: 'an address that a source was captured from',
  source_tag: 'an article carries a tag',
  template: 'how the user wants exports written, in Liquid',
  tag: 'a tag of the codebook; "parent_id" is the tag above it',
  tag_alias: 'another name of a tag',
  verdict: 'a verdict on a claim with its reason, oldest first; the last is the claim’s status',
  version:
    'one capture of an article: "tree" is the article, "text" what offsets count in, "sha256" its original',
  version_image: 'an original is a picture of a version, named there by "address"',
};

export function archiveReadme(tables: readonly WholeTable[]): string {
  const list = tables.map(({ name, columns }) => {
    const about = ABOUT[name];
    return `  ${name}${about === undefined ? '' : `: ${about}`}\n    ${columns.map((column) => column.name).join(', ')}`;
  });
  return `${HEAD}${list.join('\n')}\n${FOOT}`;
}

const HEAD = `A NOTEBOOK OF DOSSIER
=====================

This ZIP archive holds everything of one notebook, in formats that any program
can read. "dossier restore ARCHIVE --notebook NEW.dossier" makes the notebook
anew; what follows is enough to do without Dossier.

(FR) Cette archive contient tout un carnet de Dossier, dans des formats que tout
logiciel sait lire : « dossier restore ARCHIVE --notebook NOUVEAU.dossier » refait
le carnet. La suite, en anglais, suffit pour s’en passer.

manifest.json
  "format" is "dossier-archive"; "formatVersion" is the version of this layout,
  1; "schemaVersion" that of the tables; "counts" the rows of each table;
  "files" names every other file with its size in bytes and its SHA-256.

data/<table>-<part>.jsonl
  The rows of a table in UTF-8, one JSON object a line, ended by a line feed.
  Parts are numbered from 0001 and follow each other; the order of rows is that
  in which they were written.

originals/<sha256>
  The bytes as they were captured, under their SHA-256. Their media types are in
  data/blob-*.jsonl. A version names its original by "sha256".

What the values mean
  Times ("..._at", "at") are milliseconds since 1970-01-01 UTC. A row with
  "deleted_at" other than null lies in the trash. Ids are UUIDs; a column
  "<table>_id" names a row of that table. Offsets ("start_offset",
  "end_offset") count UTF-16 code units of the "text" of the version, from 0;
  the end is the first unit after the passage. "anchor" is "exact", "moved"
  (by a newer version) or "orphan" (found nowhere in it; the offsets then say
  nothing). "prefix" and "suffix" are the words around a quotation. "tree" is a
  tree of nodes with a "type" and "children", or a "value", after the model of
  mdast (Markdown); an image names its picture by "blob", a SHA-256.

Tables, and their columns
`;

const FOOT = `
Not in the archive, since it is derived from the above: the index of search, and
what texts are compared by.
`;
