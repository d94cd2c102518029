/** A package taken apart by readers that are not ours, and what every such package must keep to. */
import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import { parseXml, type XmlElement } from './xml-reader.ts';

export interface Package {
  readonly names: readonly string[];
  part(name: string): XmlElement;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

export function openPackage(bytes: Uint8Array): Package {
  const files = unzipSync(bytes);
  return {
    names: Object.keys(files),
    part(name) {
      const file = files[name];
      if (!file) throw new Error(`no ${name}`);
      return parseXml(decoder.decode(file));
    },
  };
}

const XML_PART = /\.(?:xml|rels)$/;

/** Well-formed parts, of declared types, with no relation that leads nowhere and no comment or note without its words. */
export function expectSound(opened: Package): void {
  const { names, part } = opened;
  for (const name of names.filter((each) => XML_PART.test(each))) part(name);
  const types = part('[Content_Types].xml');
  const declared = new Set(types.all('Override').map((each) => each.attributes['PartName'] ?? ''));
  const extensions = new Set(types.all('Default').map((each) => each.attributes['Extension'] ?? ''));
  for (const name of names) {
    if (name === '[Content_Types].xml' || declared.has(`/${name}`)) continue;
    expect(extensions).toContain(name.split('.').pop());
    if (name.endsWith('.xml')) throw new Error(`${name} is of no declared type`);
  }
  for (const name of declared) expect(names).toContain(name.slice(1));
  expectRelations(opened, 'document');
  expectRelations(opened, 'footnotes');
  expectComments(opened);
  expectFootnotes(opened);
}

function expectRelations({ names, part }: Package, of: string): void {
  const path = `word/_rels/${of}.xml.rels`;
  const relations = names.includes(path) ? part(path).all('Relationship') : [];
  const ids = relations.map((each) => each.attributes['Id'] ?? '');
  expect(new Set(ids).size).toBe(ids.length);
  const used = part(`word/${of}.xml`)
    .all()
    .flatMap((each) => [each.attributes['r:id'], each.attributes['r:embed']])
    .filter((id) => id !== undefined);
  for (const id of used) expect(ids).toContain(id);
  for (const { attributes } of relations) {
    if (attributes['TargetMode'] === 'External') expect(URL.canParse(attributes['Target'] ?? '')).toBe(true);
    else expect(names).toContain(`word/${attributes['Target'] ?? ''}`);
  }
}

const idsOf = (elements: readonly XmlElement[]): string[] =>
  elements.map((each) => each.attributes['w:id'] ?? '');

function expectComments({ part }: Package): void {
  const comments = idsOf(part('word/comments.xml').all('w:comment'));
  const text = part('word/document.xml');
  expect(new Set(comments).size).toBe(comments.length);
  for (const mark of ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'])
    expect(idsOf(text.all(mark)).toSorted()).toEqual(comments.toSorted());
  const order = text.all().filter(({ name }) => name.startsWith('w:commentRange'));
  const open = new Set<string>();
  for (const { name, attributes } of order) {
    const id = attributes['w:id'] ?? '';
    if (name.endsWith('Start')) open.add(id);
    else expect(open.delete(id)).toBe(true);
  }
  expect(open.size).toBe(0);
}

function expectFootnotes({ part }: Package): void {
  const notes = idsOf(part('word/footnotes.xml').all('w:footnote')).filter((id) => Number(id) > 0);
  expect(idsOf(part('word/document.xml').all('w:footnoteReference')).toSorted()).toEqual(notes.toSorted());
}
