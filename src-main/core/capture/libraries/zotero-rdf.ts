/** Zotero RDF: items, notes, tags and collections. Files lie beside it and are named by their path. */
import type { LibraryText, RawNote, Shelf } from './model.ts';
import { append } from './group.ts';
import { hashKey } from './keys.ts';
import { htmlToMarkdown } from './html-note.ts';
import { childOf, childrenOf, readXmlTree, textOfChild, type XmlNode } from './markup.ts';
import { doiAddress } from './zotero-json.ts';

const isItem = ({ name }: XmlNode) => !NO_ITEM.has(name);
/** Beside items; a journal by itself only says where articles appeared. */
const NO_ITEM: ReadonlySet<string> = new Set([
  'Memo',
  'Attachment',
  'Collection',
  'Journal',
  'Series',
  'Event',
]);

const aboutOf = (node: XmlNode) => node.attributes.get('about') ?? node.attributes.get('ID') ?? '';
const refersTo = (node: XmlNode) => node.attributes.get('resource') ?? '';

interface Links {
  readonly byId: ReadonlyMap<string, XmlNode>;
  readonly collections: ReadonlyMap<string, string[]>;
}

export function readZoteroRdf({ text }: LibraryText, shelf: Shelf): void {
  const nodes = childOf(readXmlTree(text), 'RDF')?.children ?? [];
  const byId = new Map(nodes.map((node) => [aboutOf(node), node] as const));
  const links: Links = { byId, collections: collectionNames(nodes) };
  const taken = new Set<XmlNode>();
  for (const node of nodes) if (isItem(node)) addItem(node, links, taken, shelf);
  for (const node of nodes) {
    if (taken.has(node)) continue;
    if (node.name === 'Memo') addMemo(node, links, shelf);
    else if (node.name === 'Attachment') leaveAttachment(node, shelf);
  }
}

function collectionNames(nodes: readonly XmlNode[]): ReadonlyMap<string, string[]> {
  const names = new Map<string, string[]>();
  for (const node of nodes) {
    if (node.name !== 'Collection') continue;
    const name = textOfChild(node, 'title');
    for (const part of childrenOf(node, 'hasPart')) append(names, refersTo(part), name);
  }
  return names;
}

function addItem(node: XmlNode, links: Links, taken: Set<XmlNode>, shelf: Shelf): void {
  const about = aboutOf(node);
  const title = textOfChild(node, 'title');
  const key = keyOf(about, title || creatorsOf(node));
  const notes: RawNote[] = [];
  for (const reference of childrenOf(node, 'isReferencedBy')) {
    const memo = links.byId.get(refersTo(reference));
    if (memo?.name !== 'Memo') continue;
    taken.add(memo);
    notes.push({ key: hashKey(key, aboutOf(memo) || memo.text), body: bodyOf(memo), tags: subjectsOf(memo) });
  }
  for (const link of childrenOf(node, 'link')) {
    const attachment = links.byId.get(refersTo(link));
    if (!attachment || taken.has(attachment)) continue;
    taken.add(attachment);
    leaveAttachment(attachment, shelf);
  }
  shelf.add({
    key,
    record: recordOf(node),
    title,
    byline: creatorsOf(node),
    site: outletOf(node, links),
    url: addressOf(node),
    published: textOfChild(node, 'date'),
    language: textOfChild(node, 'language'),
    abstract: textOfChild(node, 'abstract'),
    tags: [...subjectsOf(node), ...(links.collections.get(about) ?? [])],
    notes,
  });
}

/** `#item_12` is a number of one database only: the same in another person's is another thing. */
const keyOf = (about: string, words: string) => (/^[a-z]/i.test(about) ? about : hashKey(about, words));

function addMemo(memo: XmlNode, links: Links, shelf: Shelf): void {
  const body = bodyOf(memo);
  if (body === '') return shelf.leave('note', 'empty');
  const first = body
    .split('\n')[0]
    ?.replace(/^#+\s*/, '')
    .slice(0, 120);
  shelf.add({
    key: keyOf(aboutOf(memo), first ?? body),
    record: recordOf(memo),
    title: first ?? null,
    abstract: body,
    tags: [...subjectsOf(memo), ...(links.collections.get(aboutOf(memo)) ?? [])],
  });
}

function leaveAttachment(node: XmlNode, shelf: Shelf): void {
  const [file] = childrenOf(node, 'resource');
  const name = textOfChild(node, 'title') || (file ? refersTo(file) : '');
  shelf.leave('attachment', 'file-elsewhere', name);
}

const bodyOf = (memo: XmlNode) => htmlToMarkdown(textOfChild(memo, 'value') || memo.text.trim());

function subjectsOf(node: XmlNode): string[] {
  return childrenOf(node, 'subject').map(
    // Plain, or within `AutomaticTag` or `LCC`, as a value.
    (subject) => subject.text.trim() || textOfChild(subject.children[0], 'value'),
  );
}

function creatorsOf(node: XmlNode): string {
  const list = childOf(node, 'authors') ?? childOf(node, 'contributors') ?? childOf(node, 'editors');
  return childrenOf(childOf(list, 'Seq'), 'li')
    .map((each) => childOf(each, 'Person') ?? childOf(each, 'Organization'))
    .map((person) =>
      [
        textOfChild(person, 'givenName') || textOfChild(person, 'givenname'),
        textOfChild(person, 'surname') || textOfChild(person, 'name'),
      ]
        .filter((part) => part !== '')
        .join(' '),
    )
    .filter((name) => name !== '')
    .join(', ');
}

function outletOf(node: XmlNode, { byId }: Links): string {
  for (const part of childrenOf(node, 'isPartOf')) {
    const whole = part.children[0] ?? byId.get(refersTo(part));
    const title = textOfChild(whole, 'title');
    if (title !== '') return title;
  }
  return textOfChild(childOf(childOf(node, 'publisher'), 'Organization'), 'name');
}

function addressOf(node: XmlNode): string {
  let doi = '';
  for (const identifier of childrenOf(node, 'identifier')) {
    const address = textOfChild(childOf(identifier, 'URI'), 'value');
    if (address !== '') return address;
    if (/^DOI\b/i.test(identifier.text.trim()))
      doi = doiAddress(identifier.text.trim().replace(/^DOI:?\s*/i, ''));
  }
  return doi || (/^https?:/i.test(aboutOf(node)) ? aboutOf(node) : '');
}

/** Only what was read: the file's own spelling of it is spread over several places. */
function recordOf(node: XmlNode): string {
  const plain = ({ name, attributes, children, text }: XmlNode): unknown => ({
    name,
    ...(attributes.size > 0 ? { attributes: [...attributes] } : {}),
    ...(text.trim() === '' ? {} : { text: text.trim() }),
    ...(children.length > 0 ? { children: children.map(plain) } : {}),
  });
  return JSON.stringify(plain(node));
}
