import type { Note } from '../../../common/contract/entities.ts';
import { numberText, tagText } from '../marks.ts';
import { plain, table } from '../terminal-text.ts';
import { operand, type Call, type Outcome } from '../verb.ts';

/** `note add`: `--body -` reads the words from standard input. */
export async function addNote(call: Call): Promise<Outcome> {
  const { options } = call;
  const { note } = await call.ask('note.add', {
    title: operand(call, 0),
    body: (await readBody(call)) ?? '',
    tags: options.all('tag'),
  });
  return one(note);
}

/** What is not named stays. */
export async function editNote(call: Call): Promise<Outcome> {
  const { options } = call;
  const { note } = await call.ask('note.edit', {
    id: operand(call, 0) as Note['id'],
    title: options.get('title'),
    body: await readBody(call),
    tags: options.all('tag'),
    untag: options.all('untag'),
  });
  return one(note);
}

export async function showNote(call: Call): Promise<Outcome> {
  return one((await call.ask('note.get', { id: operand(call, 0) as Note['id'] })).note);
}

export async function listNotes({ options, ask, words, locale }: Call): Promise<Outcome> {
  const { notes } = await ask('note.list', { tag: options.get('tag') });
  const { columns } = words;
  return {
    json: { notes },
    text: () =>
      notes.length === 0
        ? words.noNotes
        : table(
            [
              { title: columns.id },
              { title: columns.title, limit: 48 },
              { title: columns.modified },
              { title: columns.bytes, align: 'right' },
              { title: columns.tags, limit: 40 },
            ],
            notes.map((note) => [
              note.id,
              note.title,
              note.updatedAt.slice(0, 10),
              numberText(Buffer.byteLength(note.body), locale),
              tagText(note.tags),
            ]),
          ),
  };
}

export async function removeNote(call: Call): Promise<Outcome> {
  const { id } = await call.ask('note.remove', { id: operand(call, 0) as Note['id'] });
  return { json: { removed: id }, text: () => `${call.words.removed}${call.words.colon} ${id}` };
}

async function readBody({ options, io }: Call): Promise<string | undefined> {
  const body = options.get('body');
  if (body !== '-') return body;
  const decoder = new TextDecoder();
  let text = '';
  for await (const part of io.stdin)
    text += typeof part === 'string' ? part : decoder.decode(part, { stream: true });
  return text + decoder.decode();
}

function one(note: Note): Outcome {
  const tags = note.tags.length === 0 ? '' : `\n${plain(tagText(note.tags))}`;
  const lines = note.body.split(/\r\n?|\n/).map(plain);
  return {
    json: { note },
    text: () => `${note.id}  ${plain(note.title)}${tags}\n\n${lines.join('\n')}`.trimEnd(),
  };
}
