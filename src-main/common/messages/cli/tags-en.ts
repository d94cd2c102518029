/** Words of the command line about the codebook, in English. */
import type { Together } from '../../contract/codebook.ts';
import type { TagOwner } from '../../contract/entities.ts';

export const TAG_VERBS = {
  'tag list': 'List the codebook',
  'tag add': 'Make a tag',
  'tag edit': 'Change a tag’s meaning, colour, parent or aliases; an empty meaning clears it',
  'tag rename': 'Rename a tag everywhere',
  'tag move': 'Put a tag below another; without a parent, at the top',
  'tag merge': 'Merge a tag into another: what carries it, its children and its names go there',
  'tag remove': 'Delete a tag; “undo” brings it back with all that carried it',
  'tag uses': 'List what carries a tag or one below it',
  'tag overlaps': 'List the tags that stand together with a tag, or the passages that two tags share',
  'tag export': 'Write the codebook as CSV or as a REFI-QDA codebook (.qdc)',
  'tag import': 'Take a codebook over, from CSV or REFI-QDA (.qdc); the same file twice changes nothing',
};

export const TAG_OPTIONS = {
  parent: 'the tag that it stands below',
  top: 'it stands below no other tag',
  meaning: 'what it stands for',
  'tag add color': 'colour of the tag',
  'tag edit color': 'colour of the tag',
  alias: 'another name, which then stands for this tag; may be repeated',
  unalias: 'another name that it loses; may be repeated',
  'keep-alias': 'the old name stays as an alias',
  below: 'with all the tags below it; without, these move up',
  'exact-tag': 'this tag alone, without the tags below it',
  kind: 'only things of this kind',
  'tag uses limit': 'how many things at most (100)',
  'tag uses offset': 'how many things to leave out first',
  'tag overlaps limit': 'how many tags at most (50)',
  'tag export format': 'csv (with everything) or qdc (for programs of qualitative analysis, without aliases)',
  'tag export out': 'file to write',
  update: 'the file replaces names, meanings, colours and places that are here',
};

export interface TagCliWords {
  readonly none: string;
  readonly unused: string;
  readonly apart: string;
  readonly count: string;
  readonly aliases: string;
  readonly meaning: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<TagOwner, string>>;
  readonly together: Readonly<Record<keyof Together, string>>;
  readonly added: string;
  readonly changed: string;
  readonly unchanged: string;
}

export const TAG_WORDS: TagCliWords = {
  none: 'No tags. “dossier tag add NAME” makes one; --tag makes them too.',
  unused: 'Nothing carries this tag.',
  apart: 'They never stand together.',
  count: 'Used',
  aliases: 'Aliases',
  meaning: 'Meaning',
  kind: 'Kind',
  kinds: { source: 'source', excerpt: 'highlight', claim: 'claim', note: 'note' },
  together: {
    excerpts: 'Same highlight',
    overlapping: 'Overlapping',
    sources: 'Same source',
    claims: 'Same claim',
    notes: 'Same note',
  },
  added: 'Added',
  changed: 'Changed',
  unchanged: 'As they were',
};
