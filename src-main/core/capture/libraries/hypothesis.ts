/** Hypothesis: what its API answers and what its sidebar exports. One source an address. */
import type { LibraryText, RawAnnotation, RawNote, Shelf } from './model.ts';
import {
  field,
  fieldsOf,
  listOf,
  parseJson,
  recordOf,
  textIn,
  textOf,
  textsOf,
  timeOf,
  type Fields,
} from './fields.ts';
import { append } from './group.ts';
import { hashKey } from './keys.ts';
import { readSelectors } from './selectors.ts';

export function readHypothesis({ text, fileName }: LibraryText, shelf: Shelf): void {
  const root = parseJson(text, fileName);
  const list = Array.isArray(root)
    ? (root as readonly unknown[])
    : listOf(field(fieldsOf(root), 'rows') ?? field(fieldsOf(root), 'annotations'));
  const rows: Fields[] = [];
  for (const each of list) {
    const row = fieldsOf(each);
    if (row && addressOf(row) !== '') rows.push(row);
    else shelf.leave('annotation', 'broken', textIn(row, 'text'));
  }
  const replies = repliesOf(rows);
  const parents = rows.filter((row) => !replies.has(row));
  const answers = new Map<string, Fields[]>();
  for (const [reply, root] of replies) append(answers, root, reply);
  for (const [uri, group] of Map.groupBy(parents, addressOf)) addPage(uri, group, answers, shelf);
}

function addressOf(row: Fields): string {
  return textIn(row, 'uri') || textIn(fieldsOf(listOf(field(row, 'target'))[0]), 'source');
}

const idOf = (row: Fields) =>
  textIn(row, 'id') || hashKey(addressOf(row), textIn(row, 'created'), textIn(row, 'text'));

/** Answers to an annotation that is here too, with the id of the one that they hang on in the end. */
function repliesOf(rows: readonly Fields[]): ReadonlyMap<Fields, string> {
  const ids = new Set(rows.map(idOf));
  const replies = new Map<Fields, string>();
  for (const row of rows) {
    const [root] = textsOf(field(row, 'references'));
    if (root !== undefined && ids.has(root) && root !== idOf(row)) replies.set(row, root);
  }
  return replies;
}

function addPage(
  uri: string,
  rows: readonly Fields[],
  answers: ReadonlyMap<string, readonly Fields[]>,
  shelf: Shelf,
): void {
  const annotations: RawAnnotation[] = [];
  const notes: RawNote[] = [];
  for (const row of rows) {
    const replies = answers.get(idOf(row)) ?? [];
    const note = [textOf(field(row, 'text')).trim(), ...replies.map(spoken)]
      .filter((part) => part !== '')
      .join('\n\n');
    const about = {
      key: idOf(row),
      tags: textsOf(field(row, 'tags')),
      createdAt: timeOf(field(row, 'created')),
    };
    const { quote, prefix, suffix, near } = readSelectors(
      listOf(field(row, 'target')).flatMap((target) => listOf(field(fieldsOf(target), 'selector'))),
    );
    if (quote !== '') annotations.push({ ...about, quote, prefix, suffix, near, note });
    else if (note !== '') notes.push({ ...about, body: note });
    else shelf.leave('annotation', 'empty', uri);
  }
  if (annotations.length + notes.length === 0) return;
  shelf.add({
    key: uri,
    record: recordOf(rows),
    title: rows.map(titleOf).find((title) => title !== '') ?? null,
    url: uri,
    annotations,
    notes,
  });
}

/** Who answered stands before the answer, since it is another person's note as a rule. */
function spoken(reply: Fields): string {
  const words = textOf(field(reply, 'text')).trim();
  const user = textIn(reply, 'user')
    .replace(/^acct:/, '')
    .replace(/@.*$/, '');
  return words === '' ? '' : `> ${user === '' ? '' : `**${user}** `}${words.replaceAll('\n', '\n> ')}`;
}

function titleOf(row: Fields): string {
  return textIn(fieldsOf(field(row, 'document')), 'title');
}
