/** Words of the codebook. */
import type { MergePlan, Together } from '../../../src-main/common/contract/codebook.ts';
import { createCounter } from '../counting.ts';

const count = createCounter('en');
const list = new Intl.ListFormat('en');

/** What there is of sources, highlights, claims and notes. */
function things({ sources, excerpts, claims, notes }: MergePlan['moves']): string {
  return list.format(
    [
      sources > 0 ? count(sources, 'source', 'sources') : '',
      excerpts > 0 ? count(excerpts, 'highlight', 'highlights') : '',
      claims > 0 ? count(claims, 'claim', 'claims') : '',
      notes > 0 ? count(notes, 'note', 'notes') : '',
    ].filter(Boolean),
  );
}

export default {
  title: 'Tags',
  tree: 'Tags, by their order',
  filter: 'Filter tags',
  found: (n: number): string => count(n, 'tag', 'tags'),
  noneMatch: (filter: string): string => `No tag holds “${filter}”.`,
  empty: 'No tag yet.',
  emptyHint: 'Tag a source, a highlight or a claim, make a tag here, or import a codebook (CSV, REFI-QDA).',
  create: 'New tag',
  createBelow: 'New tag below',
  createIt: 'Make the tag',
  files: 'Codebook',
  importFile: 'Import a codebook…',
  exportCsv: 'Export as CSV',
  exportQdc: 'Export as REFI-QDA (.qdc)',
  saved: (name: string): string => `${name} was saved.`,
  imported: (added: number, changed: number, unchanged: number): string =>
    added + changed === 0
      ? `Nothing is new: ${count(unchanged, 'tag was', 'tags were')} here already.`
      : `Codebook imported: ${count(added, 'new tag', 'new tags')}, ${count(changed, 'completed', 'completed')}.`,
  /** How many things carry it, and with those below it. */
  countMeans: (own: number, within: number): string =>
    own === within
      ? `on ${count(own, 'thing', 'things')}`
      : `on ${count(own, 'thing', 'things')}, ${count(within, 'thing', 'things')} with the tags below it`,
  hints: { move: 'Browse', rename: 'Rename', shift: 'Below the one before', remove: 'Delete' },

  name: 'Name',
  meaning: 'Meaning',
  meaningHint: 'What it stands for, and when it is to be used',
  color: 'Colour',
  noColor: 'No colour',
  colors: { yellow: 'Yellow', blue: 'Blue', green: 'Green', pink: 'Pink', violet: 'Violet' },
  parent: 'Under',
  top: 'None: at the top level',
  aliases: 'Aliases',
  aliasHint: 'Another name, which will stand for this tag',
  addAlias: (name: string): string => `New alias “${name}”`,
  remove: 'Delete',
  export: 'Export…',

  uses: 'Where it is used',
  exact: 'Without the tags below',
  unused: 'Nothing carries this tag yet.',
  noneOfKind: 'None of this kind.',
  kinds: { all: 'All', source: 'Sources', excerpt: 'Highlights', claim: 'Claims', note: 'Notes' },
  kindOf: { source: 'Source', excerpt: 'Highlight', claim: 'Claim', note: 'Note' },
  more: (n: number): string => `Show more (${n})`,

  overlaps: 'Used together with',
  noOverlaps: 'No other tag stands on the same passages or in the same sources.',
  together: ({ excerpts, overlapping, sources, claims, notes }: Together): string =>
    [
      excerpts > 0 ? count(excerpts, 'highlight', 'highlights') : '',
      overlapping > 0 ? `${count(overlapping, 'overlap', 'overlaps')}` : '',
      claims > 0 ? count(claims, 'claim', 'claims') : '',
      notes > 0 ? count(notes, 'note', 'notes') : '',
      sources > 0 ? count(sources, 'source', 'sources') : '',
    ]
      .filter(Boolean)
      .join(' · '),
  searchBoth: 'Search for both',

  merge: 'Merge…',
  mergeTitle: (name: string): string => `Merge “${name}”`,
  mergeInto: 'Into the tag',
  mergeHint: 'Name or alias',
  mergeMeans: 'All that carries this tag will carry the other one. Undo brings both back.',
  mergeIt: 'Merge',
  plan: ({ from, into, moves, both, children, aliases }: MergePlan): readonly string[] =>
    [
      things(moves) === '' ? 'Nothing has to be tagged anew.' : `${things(moves)} will carry “${into.name}”.`,
      things(both) === '' ? '' : `${things(both)} carry both already.`,
      children.length === 0 ? '' : `${list.format(children)} will stand below “${into.name}”.`,
      `${list.format(aliases.map((name) => `“${name}”`))} will be ${aliases.length === 1 ? 'an alias' : 'aliases'} of “${into.name}”.`,
      from.meaning !== '' && from.meaning !== into.meaning
        ? `The meaning of “${from.name}” is kept with it.`
        : '',
    ].filter(Boolean),
};
