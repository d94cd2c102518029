/** Zotero as Better BibTeX writes it in JSON, with notes, tags, collections and the highlights of its PDF reader. */
import type { LibraryText, RawAnnotation, RawNote, Shelf } from './model.ts';
import { toColor } from './colors.ts';
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

const AUTHORS: ReadonlySet<string> = new Set([
  'author', 'artist', 'cartographer', 'director', 'inventor', 'interviewee', 'performer', 'podcaster', 'presenter',
  'programmer', 'sponsor', 'composer', 'contributor',
]); // prettier-ignore

const OUTLETS = [
  'publicationTitle', 'websiteTitle', 'blogTitle', 'forumTitle', 'bookTitle', 'proceedingsTitle', 'encyclopediaTitle',
  'dictionaryTitle', 'programTitle', 'publisher', 'institution', 'university',
] as const; // prettier-ignore

export function readZoteroJson({ text, fileName }: LibraryText, shelf: Shelf): void {
  const root = fieldsOf(parseJson(text, fileName));
  const collections = collectionNames(field(root, 'collections'));
  for (const each of listOf(field(root, 'items'))) {
    const fields = fieldsOf(each);
    if (!fields) shelf.leave('item', 'broken');
    else addItem(fields, collections, shelf);
  }
}

/** Names of the collections that an item is in, by its number. */
function collectionNames(collections: unknown): ReadonlyMap<string, string[]> {
  const names = new Map<string, string[]>();
  for (const collection of Object.values(fieldsOf(collections) ?? {})) {
    const fields = fieldsOf(collection);
    const name = textIn(fields, 'name');
    if (name === '') continue;
    for (const item of listOf(field(fields, 'items'))) append(names, textOf(item), name);
  }
  return names;
}

function addItem(fields: Fields, collections: ReadonlyMap<string, string[]>, shelf: Shelf): void {
  const type = textIn(fields, 'itemType');
  const title = textIn(fields, 'title', 'caseName', 'nameOfAct', 'subject', 'shortTitle');
  // Citation keys and numbers are those of one library only: the same in another person's is another thing.
  const key =
    textIn(fields, 'uri', 'itemKey', 'key') ||
    hashKey(textIn(fields, 'citationKey', 'citekey', 'itemID') || recordOf(fields), title);
  if (type === 'attachment')
    return shelf.leave('attachment', 'file-elsewhere', title || textIn(fields, 'path'));
  const tags = [...tagsOf(fields), ...(collections.get(textIn(fields, 'itemID')) ?? [])];
  if (type === 'note' || type === 'annotation') {
    const body = htmlToMarkdown(textIn(fields, 'note', 'annotationText'));
    return shelf.addNote({ key, title, body, tags });
  }
  const { annotations, notes } = readAttachments(fields, key, shelf);
  shelf.add({
    key,
    record: recordOf(fields),
    tags,
    title,
    byline: creatorsOf(fields),
    site: textIn(fields, ...OUTLETS),
    url: textIn(fields, 'url') || doiAddress(textIn(fields, 'DOI')),
    published: textIn(fields, 'date', 'dateDecided', 'dateEnacted', 'issueDate'),
    language: textIn(fields, 'language'),
    abstract: textIn(fields, 'abstractNote'),
    annotations,
    notes: [...notesOf(fields, key), ...notes],
  });
}

/** A DOI is an address once its resolver stands before it. */
export function doiAddress(doi: string): string {
  const bare = doi.replace(/^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)/i, '').trim();
  return /^10\.\d{4,9}\/\S+$/.test(bare) ? `https://doi.org/${bare}` : '';
}

function tagsOf(fields: Fields): string[] {
  return listOf(field(fields, 'tags')).map((tag) =>
    typeof tag === 'string' ? tag : textIn(fieldsOf(tag), 'tag'),
  );
}

function creatorsOf(fields: Fields): string {
  const creators = listOf(field(fields, 'creators')).map(fieldsOf);
  const authors = creators.filter((creator) => AUTHORS.has(textIn(creator, 'creatorType')));
  return (authors.length > 0 ? authors : creators)
    .map((creator) =>
      [textIn(creator, 'firstName'), textIn(creator, 'lastName', 'name')]
        .filter((part) => part !== '')
        .join(' '),
    )
    .filter((name) => name !== '')
    .join(', ');
}

function notesOf(fields: Fields, key: string): RawNote[] {
  return listOf(field(fields, 'notes')).map((each, at) => {
    const note = fieldsOf(each);
    const html = note ? textIn(note, 'note') : textOf(each);
    return {
      key: textIn(note, 'key', 'uri') || `${key} note ${at}`,
      body: htmlToMarkdown(html),
      tags: note ? tagsOf(note) : [],
      createdAt: timeOf(field(note, 'dateAdded')),
    };
  });
}

/** The files stay where they are; what was marked in them comes over. */
function readAttachments(fields: Fields, itemKey: string, shelf: Shelf) {
  const annotations: RawAnnotation[] = [];
  const notes: RawNote[] = [];
  for (const each of listOf(field(fields, 'attachments'))) {
    const attachment = fieldsOf(each);
    const path = textIn(attachment, 'path', 'localPath');
    if (path !== '')
      shelf.leave('attachment', 'file-elsewhere', textIn(attachment, 'title', 'filename') || path);
    listOf(field(attachment, 'annotations')).forEach((mark, at) => {
      const annotation = fieldsOf(mark);
      const key = textIn(annotation, 'key', 'uri') || `${itemKey} ${path} ${at}`;
      const quote = textIn(annotation, 'annotationText', 'text');
      const comment = textIn(annotation, 'annotationComment', 'comment');
      const about = {
        key,
        tags: annotation ? tagsOf(annotation) : [],
        createdAt: timeOf(field(annotation, 'dateAdded')),
      };
      if (quote !== '')
        annotations.push({
          ...about,
          quote,
          note: comment,
          color: toColor(textIn(annotation, 'annotationColor', 'color')),
        });
      else if (comment !== '') notes.push({ ...about, body: comment });
      else shelf.leave('annotation', 'no-quotation', textIn(attachment, 'title'));
    });
  }
  return { annotations, notes };
}
