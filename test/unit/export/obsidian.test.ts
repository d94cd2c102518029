/** A vault, as Obsidian reads it: files, properties, links that lead somewhere, quotations that can be embedded. */
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { TagId } from '../../../src-main/common/contract/entities.ts';
import { collisionKey } from '../../../src-main/core/export/file-names.ts';
import type { ExportData } from '../../../src-main/core/export/model.ts';
import { renderObsidian } from '../../../src-main/core/export/obsidian/obsidian.ts';
import { EXPORT_WORDS } from '../../../src-main/core/export/words.ts';
import { TagTree, type TagNode } from '../../../src-main/core/storage/tag-tree.ts';
import { makePng } from '../../support/images.ts';
import { exportClaim, exportData, exportEvidence, exportNote, exportSource } from './data.ts';

function open(seed: Partial<ExportData>, locale: 'en' | 'fr' = 'en') {
  const files = [...renderObsidian(exportData(seed), EXPORT_WORDS[locale])];
  const texts = new Map(files.flatMap((file) => ('content' in file ? [[file.path, file.content]] : [])));
  return { paths: files.map(({ path }) => path), texts, text: (path: string) => texts.get(path) ?? '' };
}

function properties(content: string): Record<string, unknown> {
  const [, front = ''] = /^---\n([^]*?)\n---\n/.exec(content) ?? [];
  return parse(front) as Record<string, unknown>;
}

/** Where the links of a note lead, without what they say. */
const targets = (content: string): string[] =>
  Array.from(content.matchAll(/(?<!\\)\[\[([^\]|]+)(?:\|[^\]]*)?\]\]/g), ([, target = '']) => target);

const tag = (id: string, name: string, parentId: string | null = null): TagNode => ({
  id: id as TagId,
  parentId: parentId as TagId | null,
  name,
  key: name.toLowerCase(),
  meaning: '',
  color: null,
  guid: null,
});

const tags = new TagTree([tag('t1', 'Public money'), tag('t2', '2027', 't1'), tag('t3', 'unused')]);
const source = exportSource({
  title: 'Cost: 412 #1 [draft] | v^2',
  tags: ['2027'],
  excerpts: [{ exact: '412 million', note: 'who says #so?', tags: ['Public money'], color: 'blue' }],
});
const claim = exportClaim({
  statement: 'It costs 412.',
  tags: ['2027'],
  evidence: [exportEvidence(source, 0)],
  history: [{ at: '2026-03-02T10:00:00.000Z', status: 'disputed', reason: 'The contract.' }],
});
const seed = { sources: [source], claims: [claim], notes: [exportNote('To ask', '[[x]] ==y==')], tags };

describe('a vault', () => {
  it('has a note for each source, claim, tag in use and note, and one that leads to all', () => {
    const { paths, text } = open(seed);
    expect(paths).toEqual([
      'Grand-Sel.md',
      'Sources/Cost 412 1 draft v 2.md',
      'Claims/It costs 412.md',
      'Tags/Public money.md',
      'Tags/2027.md',
      'Notes/To ask.md',
    ]);
    const notes = new Set(paths.map((path) => path.replace(/\.md$/, '')));
    notes.delete('Grand-Sel');
    expect(new Set(targets(text('Grand-Sel.md')))).toEqual(notes);
  });

  it('writes properties that Obsidian reads', () => {
    const { text } = open(seed);
    expect(properties(text('Sources/Cost 412 1 draft v 2.md'))).toMatchObject({
      aliases: ['Cost: 412 #1 [draft] | v^2'],
      tags: ['Public-money/2027_'],
      published: '2025-10-14',
      url: 'https://example.org/plant',
      citekey: 'writer2025cost',
    });
    expect(properties(text('Claims/It costs 412.md'))).toMatchObject({
      status: 'disputed',
      tags: ['Public-money/2027_'],
    });
  });

  it('embeds in a claim the quotation that it rests on', () => {
    const { text } = open(seed);
    const anchor = '^h-source-1-e0';
    expect(text('Sources/Cost 412 1 draft v 2.md')).toContain(`> 412 million\n\n${anchor}\n\n`);
    expect(text('Claims/It costs 412.md')).toContain(`![[Sources/Cost 412 1 draft v 2#${anchor}]]`);
    expect(text('Tags/Public money.md')).toContain(`[[Sources/Cost 412 1 draft v 2#${anchor}|412 million]]`);
    expect(text('Tags/Public money.md')).toContain('[[Tags/2027|2027]]');
  });

  it('leads from each quotation to the passage on its page', () => {
    const { text } = open(seed);
    expect(text('Sources/Cost 412 1 draft v 2.md')).toContain(
      '(<https://example.org/plant#:~:text=412%20million>)',
    );
  });

  it('quotes the passage itself where its source is not exported', () => {
    const { text } = open({ claims: [claim] });
    expect(text('Claims/It costs 412.md')).toContain('> 412 million');
    expect(targets(text('Claims/It costs 412.md'))).toEqual([]);
  });

  it('lets nothing of the user’s become a tag, a link or a mark', () => {
    const { text } = open(seed);
    expect(text('Sources/Cost 412 1 draft v 2.md')).toContain('who says \\#so?');
    expect(text('Notes/To ask.md')).toContain('\\[\\[x]] \\=\\=y\\=\\=');
  });

  it('takes pictures along, each once', () => {
    const tree = {
      type: 'root' as const,
      children: [
        { type: 'paragraph' as const, children: [{ type: 'image' as const, alt: 'A plan', blob: 'ab' }] },
      ],
    };
    const images: ExportData['images'] = {
      take: () => ({ mediaType: 'image/png', bytes: makePng({ width: 2, height: 2 }) }),
      refuse: () => undefined,
      leftOut: 0,
    };
    const sources = ['a', 'b'].map((id) => exportSource({ id, tree }));
    const { paths, text } = open({ sources, images });
    expect(paths.filter((path) => path.endsWith('.png'))).toEqual(['images/ab.png']);
    expect(text('Sources/The plant.md')).toContain('![[images/ab.png]]\n\nA plan');
  });
});

const HOSTILE = [
  '../../etc/passwd',
  'CON',
  'con.',
  'nul.md',
  'trailing dots...',
  'a'.repeat(300),
  'é'.repeat(300),
  '\u202egpj.exe',
  'Twin',
  'TWIN',
  'twin',
  'e\u0301tude',
  'étude',
  'ﬁle',
  'file',
  'Sources',
  'Grand-Sel',
  '.obsidian',
  '',
  ' ',
  '/',
  'a/b',
  'C:\\x',
  '-rf',
];

it('keeps hostile and equal titles apart, inside the folder, in names that every system takes', () => {
  const sources = HOSTILE.map((title, at) => exportSource({ id: `s${at}`, title }));
  const claims = HOSTILE.map((statement, at) => ({ ...exportClaim({ statement }), id: `c${at}` as never }));
  const { paths, text } = open({ sources, claims });
  expect(paths).toHaveLength(2 * HOSTILE.length + 1);
  expect(new Set(paths.map((path) => collisionKey(path.replace(/^.*\//, '')))).size).toBe(paths.length);
  for (const path of paths) {
    expect(path).toMatch(/^(?:(?:Sources|Claims)\/)?[^/\\:*?"<>|#^[\]\p{Cc}\p{Cf}]+\.md$/u);
    for (const part of path.split('/')) {
      expect(Buffer.byteLength(part)).toBeLessThan(200);
      expect(part).not.toMatch(/^\.|^-|[. ]$|^(?:con|nul)(?:\.|$)/i);
    }
  }
  const notes = new Set(paths.map((path) => path.replace(/\.md$/, '')));
  for (const target of targets(text(paths[0] ?? ''))) expect(notes).toContain(target);
});

/** What Markdown itself makes of it: Obsidian's own signs are then escaped characters like any other. */
function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

it('keeps the words of any note, with no sign left that Obsidian would read', () => {
  const words = fc.string({ unit: fc.constantFrom(...'ab #*_`<>[]()!&|~\\-+=1.>^$%:'), maxLength: 40 });
  fc.assert(
    fc.property(words, (note) => {
      const { text } = open({ notes: [exportNote('n', note)] });
      const body = text('Notes/n.md').replace(/^---\n[^]*?\n---\n\n# n\n/, '');
      const squeezed = (value: string): string => value.replace(/\s+/g, '');
      expect(squeezed(textOf(fromMarkdown(body)))).toBe(squeezed(note));
      expect(body.replace(/\\./g, 'x')).not.toMatch(/[#^$|]|==|%%|::|\[\[/);
    }),
  );
});
