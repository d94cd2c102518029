/** W3C Web Annotation: single ones, lists, pages and collections. One source an address. */
import { COLORS, type Color } from '../../../common/contract/entities.ts';
import type { LibraryText, RawAnnotation, RawNote, Shelf } from './model.ts';
import {
  field,
  fieldsOf,
  listOf,
  parseJson,
  recordOf,
  textIn,
  textOf,
  timeOf,
  type Fields,
} from './fields.ts';
import { append } from './group.ts';
import { htmlToMarkdown } from './html-note.ts';
import { hashKey } from './keys.ts';
import { readSelectors } from './selectors.ts';

const DEEPEST = 8;

const typesOf = (fields: Fields) =>
  [...listOf(field(fields, 'type')), ...listOf(field(fields, '@type'))].map((type) =>
    textOf(type).replace(/^oa:/, ''),
  );

interface Found {
  readonly annotation: Fields;
  readonly target: unknown;
}

export function readWebAnnotations({ text, fileName }: LibraryText, shelf: Shelf): void {
  const pages = new Map<string, Found[]>();
  for (const annotation of annotationsIn(parseJson(text, fileName), shelf)) {
    const targets = listOf(field(annotation, 'target'));
    if (targets.length === 0) shelf.leave('annotation', 'broken', textIn(annotation, 'id'));
    for (const target of targets) {
      const source = sourceOf(target);
      if (source === '') shelf.leave('annotation', 'broken', textIn(annotation, 'id'));
      else append(pages, source, { annotation, target });
    }
  }
  for (const [source, found] of pages) addPage(source, found, shelf);
}

function annotationsIn(root: unknown, shelf: Shelf): Fields[] {
  const annotations: Fields[] = [];
  const queue: (readonly [unknown, number])[] = [[root, 0]];
  for (let at = 0; at < queue.length; at += 1) {
    const [value, depth] = queue[at] ?? [null, 0];
    if (Array.isArray(value)) {
      if (depth < DEEPEST) for (const each of value as readonly unknown[]) queue.push([each, depth + 1]);
      continue;
    }
    const fields = fieldsOf(value);
    if (!fields) {
      // Further pages of a collection are addresses, which nobody asked to be fetched.
      if (value !== null) shelf.leave('annotation', 'file-elsewhere', textOf(value));
      continue;
    }
    const inner = ['items', '@graph', 'first', 'next'].flatMap((name) => listOf(field(fields, name)));
    if (typesOf(fields).includes('Annotation') || Object.hasOwn(fields, 'target')) annotations.push(fields);
    else if (inner.length > 0 && depth < DEEPEST) for (const each of inner) queue.push([each, depth + 1]);
    else shelf.leave('annotation', 'broken', textIn(fields, 'id'));
  }
  return annotations;
}

function sourceOf(target: unknown): string {
  if (typeof target === 'string') return target;
  const fields = fieldsOf(target);
  const source = field(fields, 'source');
  return (
    (typeof source === 'string' ? source : textIn(fieldsOf(source), 'id', '@id')) ||
    textIn(fields, 'id', '@id')
  );
}

function addPage(source: string, found: readonly Found[], shelf: Shelf): void {
  const annotations: RawAnnotation[] = [];
  const notes: RawNote[] = [];
  for (const { annotation, target } of found) {
    const { note, tags } = readBodies(annotation, shelf);
    const { quote, prefix, suffix, near, others } = readSelectors(field(fieldsOf(target), 'selector'));
    const id = textIn(annotation, 'id', '@id');
    const about = {
      // One annotation may have several targets, and need not have a name.
      key: hashKey(id || note, source, quote),
      tags,
      createdAt: timeOf(field(annotation, 'created')),
    };
    const color = colorOf(fieldsOf(target), annotation);
    if (quote !== '') annotations.push({ ...about, quote, prefix, suffix, near, note, ...color });
    else {
      for (const kind of others) shelf.leave('selector', 'no-quotation', kind);
      if (note !== '') notes.push({ ...about, body: note });
      else if (others.length === 0) shelf.leave('annotation', 'empty', id || source);
    }
  }
  if (annotations.length + notes.length === 0) return;
  const first = found[0] && fieldsOf(found[0].target);
  shelf.add({
    key: source,
    record: recordOf(found.map(({ annotation }) => annotation)),
    title: textIn(first ?? null, 'title', 'dc:title', 'schema:name'),
    url: source,
    annotations,
    notes,
  });
}

/** As Dossier itself writes it: the class of the target is one of the five. */
function colorOf(target: Fields | null, annotation: Fields): { readonly color?: Color } {
  const written = textIn(target, 'styleClass') || textIn(annotation, 'styleClass');
  const color = COLORS.find((each) => each === written);
  return color === undefined ? {} : { color };
}

interface Bodies {
  readonly note: string;
  readonly tags: readonly string[];
}

function readBodies(annotation: Fields, shelf: Shelf): Bodies {
  const words = listOf(field(annotation, 'bodyValue')).map(textOf);
  const tags: string[] = [];
  const queue = [...listOf(field(annotation, 'body'))];
  for (let at = 0; at < queue.length && at < 10_000; at += 1) {
    const body = queue[at];
    const fields = fieldsOf(body);
    // A body that is only an address is linked to, since it may be what the annotation is for.
    if (typeof body === 'string') words.push(/^https?:\/\//i.test(body) ? `<${body}>` : body);
    if (!fields) continue;
    queue.push(...listOf(field(fields, 'items')));
    const value = textIn(fields, 'value', 'chars', 'rdf:value');
    const purposes = [...listOf(field(fields, 'purpose')), ...listOf(field(annotation, 'motivation'))].map(
      textOf,
    );
    const address = textIn(fields, 'id', '@id', 'source');
    if (value !== '' && purposes[0]?.replace(/^oa:/, '') === 'tagging') tags.push(value);
    else if (value !== '') words.push(/html/i.test(textIn(fields, 'format')) ? htmlToMarkdown(value) : value);
    else if (/^https?:\/\//i.test(address)) words.push(`<${address}>`);
    else if (listOf(field(fields, 'items')).length === 0) shelf.leave('note', 'empty', address);
  }
  return {
    note: words
      .map((each) => each.trim())
      .filter((each) => each !== '')
      .join('\n\n'),
    tags,
  };
}
