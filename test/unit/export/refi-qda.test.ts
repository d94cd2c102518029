/** A project read back by parsers that are not ours, and held against the structure of the published schema. */
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Excerpt, TagId } from '../../../src-main/common/contract/entities.ts';
import type { ExportData } from '../../../src-main/core/export/model.ts';
import { qdaLosses, renderRefiQda } from '../../../src-main/core/export/refi-qda/refi-qda.ts';
import { EXPORT_WORDS } from '../../../src-main/core/export/words.ts';
import { TagTree, type TagNode } from '../../../src-main/core/storage/tag-tree.ts';
import {
  exportClaim,
  exportData,
  exportEvidence,
  exportNote,
  exportSource,
  onlyBytes,
  paragraphs,
} from './data.ts';
import { parseXml, type XmlElement } from './xml-reader.ts';

/** Of Project.xsd (QDA-XML 1.0): what an element holds, in this order; `+` is at least one, `?` at most one. */
const CONTENT: Readonly<Record<string, readonly string[]>> = {
  Project: ['Users?', 'CodeBook?', 'Sources?', 'Notes?', 'Links?', 'Description?', 'NoteRef'],
  Users: ['User+'],
  CodeBook: ['Codes+'],
  Codes: ['Code+'],
  Code: ['Description?', 'NoteRef', 'Code'],
  Sources: ['TextSource+'],
  TextSource: ['Description?', 'PlainTextContent?', 'PlainTextSelection', 'Coding', 'NoteRef'],
  Note: ['Description?', 'PlainTextContent?', 'PlainTextSelection', 'Coding', 'NoteRef'],
  PlainTextSelection: ['Description?', 'Coding', 'NoteRef'],
  Coding: ['CodeRef+', 'NoteRef'],
  Notes: ['Note+'],
  Links: ['Link+'],
};
const AUDIT = ['creatingUser', 'creationDateTime', 'modifyingUser', 'modifiedDateTime'];
/** Attributes; those with `!` must be there. */
const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  Project: [
    'name!',
    'origin',
    'creatingUserGUID',
    'creationDateTime',
    'modifyingUserGUID',
    'modifiedDateTime',
    'xmlns',
  ],
  User: ['guid!', 'name', 'id'],
  Code: ['guid!', 'name!', 'isCodable!', 'color'],
  TextSource: ['guid!', 'name', 'plainTextPath', 'richTextPath', ...AUDIT],
  Note: ['guid!', 'name', 'plainTextPath', 'richTextPath', ...AUDIT],
  PlainTextSelection: ['guid!', 'name', 'startPosition!', 'endPosition!', ...AUDIT],
  Coding: ['guid!', 'creatingUser', 'creationDateTime'],
  CodeRef: ['targetGUID!'],
  NoteRef: ['targetGUID!'],
  Link: ['guid!', 'name', 'direction', 'color', 'originGUID', 'targetGUID'],
};
const GUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

function expectContent({ name, children }: XmlElement): void {
  const model = CONTENT[name] ?? [];
  let at = 0;
  for (const child of children) {
    while (at < model.length && bare(model[at]) !== child.name) at += 1;
    if (at === model.length) throw new Error(`${child.name} may not stand there in ${name}`);
  }
  for (const part of model) {
    const count = children.filter((child) => child.name === bare(part)).length;
    if (part.endsWith('+')) expect(count).toBeGreaterThan(0);
    if (part.endsWith('?')) expect(count).toBeLessThan(2);
  }
}

const bare = (part = ''): string => part.replace(/[+?!]$/, '');

function expectAttributes({ name, attributes }: XmlElement): void {
  const allowed = ATTRIBUTES[name] ?? [];
  for (const key of Object.keys(attributes)) expect(allowed.map(bare)).toContain(key);
  for (const key of allowed.filter((each) => each.endsWith('!')))
    expect(attributes).toHaveProperty([bare(key)]);
  for (const [key, value] of Object.entries(attributes)) {
    if (/guid$|User$/i.test(key)) expect(value).toMatch(GUID);
    if (key.endsWith('DateTime')) expect(value).toMatch(TIME);
    if (key === 'color') expect(value).toMatch(/^#[\da-f]{6}$/i);
  }
}

function expectValid(project: XmlElement): void {
  for (const element of [project, ...project.all()]) {
    expectContent(element);
    expectAttributes(element);
  }
  const guids = project
    .all()
    .filter(({ name }) => name !== 'CodeRef' && name !== 'NoteRef')
    .flatMap(({ attributes }) => attributes['guid'] ?? []);
  expect(new Set(guids).size).toBe(guids.length);
  for (const name of ['CodeRef', 'NoteRef'])
    for (const { attributes } of project.all(name)) expect(guids).toContain(attributes['targetGUID']);
  for (const { attributes } of project.all('Link'))
    expect(guids).toEqual(expect.arrayContaining([attributes['originGUID'], attributes['targetGUID']]));
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

async function open(seed: Partial<ExportData>) {
  const data = exportData(seed);
  const made = renderRefiQda(data, EXPORT_WORDS.en);
  const files = unzipSync(await onlyBytes(made));
  const project = parseXml(decoder.decode(files['project.qde']));
  expectValid(project);
  const textOf = (source: XmlElement): string => {
    const path = source.attributes['plainTextPath'] ?? '';
    expect(path).toMatch(/^internal:\/\/[\da-f-]{36}\.txt$/);
    return decoder.decode(files[path.replace('internal://', 'Sources/')]);
  };
  return { path: made[0]?.path, names: Object.keys(files), project, textOf, losses: qdaLosses(data) };
}

/** By code points, as the standard counts. */
function selected(text: string, { attributes }: XmlElement): string {
  const places = ['startPosition', 'endPosition'].map((name) => Number(attributes[name]));
  return Array.from(text)
    .slice(...places)
    .join('');
}

const tag = (id: string, name: string, parentId: string | null = null): TagNode => ({
  id: id as TagId,
  parentId: parentId as TagId | null,
  name,
  key: name.toLowerCase(),
  meaning: name === 'cost' ? 'What it <costs>' : '',
  color: name === 'cost' ? 'blue' : null,
  guid: null,
});

describe('a project', () => {
  const tags = new TagTree([tag('t1', 'cost'), tag('t2', 'budget', 't1')]);
  const source = exportSource({
    title: 'The <plant> & "more"',
    tags: ['cost'],
    tree: paragraphs('🏭🏭 The plant will cost 412 million 𝔢uros, the council says.'),
    excerpts: [
      { exact: '412 million 𝔢uros', note: 'who says?\nask', tags: ['budget'], color: 'blue' },
      { exact: 'council', color: 'yellow' },
      { exact: 'gone', versionId: 'other' as Excerpt['versionId'], start: 0, tags: ['cost'] },
    ],
  });
  const claim = exportClaim({
    evidence: [exportEvidence(source, 0)],
    history: [{ at: '2026-03-02T10:00:00.000Z', status: 'disputed', reason: 'The contract.' }],
  });
  const seed = { sources: [source], claims: [claim], notes: [exportNote('To do', 'Call.')], tags };

  it('holds each text, and its highlights at their places in code points', async () => {
    const { project, textOf, names } = await open(seed);
    expect(names[0]).toBe('project.qde');
    const [text] = project.all('TextSource');
    if (!text) throw new Error('no text');
    expect(text.attributes['name']).toBe('The <plant> & "more"');
    expect(textOf(text)).toBe(source.text);
    const selections = text.all('PlainTextSelection');
    expect(selections.map((each) => selected(textOf(text), each))).toEqual(['412 million 𝔢uros', 'council']);
  });

  it('codes them with the codebook, colours too', async () => {
    const { project } = await open(seed);
    const names = new Map(project.all('Code').map(({ attributes: { guid, name } }) => [guid, name]));
    const coded = project
      .all('PlainTextSelection')
      .map((each) => each.all('CodeRef').map(({ attributes }) => names.get(attributes['targetGUID'] ?? '')));
    expect(coded).toEqual([['Figure', 'budget'], ['Fact']]);
    const [cost] = project.one('Codes').children;
    expect(cost?.one('Description').text).toBe('What it <costs>');
    expect(cost?.children.at(-1)?.attributes['name']).toBe('budget');
  });

  it('keeps notes, claims and what claims rest on, and says what has become a note', async () => {
    const { project, losses } = await open(seed);
    const notes = project.all('Note').map((note) => note.text);
    expect(notes).toContain('who says?\nask');
    expect(notes).toContain('Call.');
    expect(notes.join('|')).toContain('≠ Disputed: The contract.');
    expect(notes.join('|')).toContain('“gone”\n\n#cost');
    expect(project.all('Link')).toHaveLength(1);
    expect(losses.map(({ details }) => details)).toEqual([
      { what: 'highlights', count: 1 },
      { what: 'claims', count: 1 },
    ]);
  });

  it('is valid with nothing in it, and with anything', async () => {
    await open({});
    const nasty = `]]><x/>&\u0000\u000b\ud800"'\r\n\ufeff`;
    const hostile = exportSource({
      id: '../../etc',
      title: nasty,
      tree: paragraphs(`\ufeffa ${nasty} b`),
      excerpts: [{ exact: 'b', note: nasty, tags: [nasty] }],
    });
    const { project, textOf, names } = await open({ sources: [hostile], notebook: nasty, author: nasty });
    expect(names.every((name) => /^(?:project\.qde|Sources\/[\da-f-]+\.txt)$/.test(name))).toBe(true);
    const text = project.one('TextSource');
    expect(selected(textOf(text), project.one('PlainTextSelection'))).toBe('b');
  });

  it('selects the same words whatever the text is', async () => {
    const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(words, fc.nat(20), fc.integer({ min: 1, max: 9 }), async (raw, start, length) => {
        const one = exportSource({ tree: paragraphs(raw) });
        const exact = Array.from(one.text)
          .slice(start, start + length)
          .join('');
        fc.pre(exact !== '');
        const from = Array.from(one.text).slice(0, start).join('').length;
        const { project, textOf } = await open({
          sources: [exportSource({ tree: paragraphs(raw), excerpts: [{ exact, start: from }] })],
        });
        const found = selected(textOf(project.one('TextSource')), project.one('PlainTextSelection'));
        const plain = (text: string): string => text.replace(/[\r\n \ufeff]/g, ' ').toWellFormed();
        expect(plain(found)).toBe(plain(exact));
      }),
      { numRuns: 40 },
    );
  });
});
