/** Notes of their own: what they were, what they name, and what names them. */
import * as v from 'valibot';
import { LINK_KINDS } from '../document/internal-links.ts';
import { reading, writing } from './command-kinds.ts';
import { NOTE, NOTE_ID, SOURCE_ID } from './entities.ts';

const LINK_KIND = v.picklist(LINK_KINDS);
const text = v.string();
const tags = v.optional(v.array(text));
const none = v.object({});
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const NOTE_ANSWER = v.object({ note: NOTE });

/** A note as a list shows it. */
export const NOTE_BRIEF = v.object({
  id: NOTE_ID,
  title: text,
  /** Of its body: the first words, without line ends. */
  beginning: text,
  /** Length of the body in UTF-16 code units. */
  length: count,
  tags: v.array(text),
  createdAt: text,
  updatedAt: text,
});
export type NoteBrief = v.InferOutput<typeof NOTE_BRIEF>;

/** A note, or the note of a highlight or a claim, that links to something. */
export const MENTION = v.object({
  kind: LINK_KIND,
  id: text,
  /** Of a highlight its quotation, shortened. */
  title: text,
  /** Of a highlight: the source that it stands in, and its title. */
  sourceId: v.nullable(SOURCE_ID),
  sourceTitle: v.nullable(text),
  /** What stands around the link, without Markdown's signs. */
  words: text,
});
export type Mention = v.InferOutput<typeof MENTION>;

/** What a note was when it was saved. */
export const NOTE_STATE = v.object({
  seq: count,
  at: text,
  title: text,
  length: count,
});
export type NoteState = v.InferOutput<typeof NOTE_STATE>;

/** Words that are being written and are not saved yet. `key` says of what: `note:<id>`, `excerpt:<id>`, … */
export const DRAFT = v.object({
  key: v.pipe(text, v.minLength(1), v.maxLength(200)),
  value: v.record(text, text),
  at: text,
});
export type Draft = v.InferOutput<typeof DRAFT>;

export const NOTE_COMMANDS = {
  'note.add': writing(v.object({ title: text, body: text, tags }), NOTE_ANSWER),
  'note.get': reading(v.object({ id: NOTE_ID }), NOTE_ANSWER),
  'note.list': reading(v.object({ tag: v.optional(text) }), v.object({ notes: v.array(NOTE) })),
  /** All notes without their bodies, which may be long; the last changed first. */
  'note.briefs': reading(none, v.object({ notes: v.array(NOTE_BRIEF) })),
  'note.edit': writing(
    v.object({ id: NOTE_ID, title: v.optional(text), body: v.optional(text), tags, untag: tags }),
    NOTE_ANSWER,
  ),
  'note.remove': writing(v.object({ id: NOTE_ID }), v.object({ id: NOTE_ID })),
  /** Saved states, the newest first. */
  'note.history': reading(v.object({ id: NOTE_ID }), v.object({ states: v.array(NOTE_STATE) })),
  'note.state': reading(
    v.object({ id: NOTE_ID, seq: count }),
    v.object({ seq: count, at: text, title: text, body: text }),
  ),
  /** Live notes, highlights and claims whose notes link to it. */
  'link.mentions': reading(v.object({ kind: LINK_KIND, id: text }), v.object({ mentions: v.array(MENTION) })),

  'draft.list': reading(none, v.object({ drafts: v.array(DRAFT) })),
  /** Not part of undo; null drops it. Whoever shows the notebook need not look again. */
  'draft.keep': writing(v.object({ key: DRAFT.entries.key, value: v.nullable(DRAFT.entries.value) }), none),
} as const;
