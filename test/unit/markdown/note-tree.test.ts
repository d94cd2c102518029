import { describe, expect, it } from 'vitest';
import type { Node } from '../../../src-main/common/document/tree.ts';
import { readNote } from '../../../src-main/common/markdown/note-tree.ts';

const textOf = (node: Node): string =>
  'value' in node
    ? node.value
    : node.type === 'break'
      ? '\n'
      : 'children' in node
        ? node.children.map(textOf).join('')
        : '';

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* nodesOf(child);
}

describe('a note', () => {
  it('keeps its lines and paragraphs, with marks and without', () => {
    for (const mark of ['', '*']) {
      const root = readNote(`${mark}one${mark}\ntwo\n\nthree`);
      expect(root.children.map(textOf)).toEqual(['one\ntwo', 'three']);
    }
  });

  it('shows tables, lists, tasks and struck words', () => {
    const root = readNote('- [x] done\n- [ ] to do\n\n| a | b |\n|---|--:|\n| 1 | ~~2~~ |');
    expect(root.children.map(({ type }) => type)).toEqual(['list', 'table']);
    expect(root.children.map(textOf)).toEqual(['☑ done☐ to do', 'ab12']);
  });

  it('shows HTML as it was typed, and runs none of it', () => {
    const typed = '<script>alert(1)</script>\n\na <b onclick="x()">bold</b> word';
    expect(readNote(typed).children.map(textOf)).toEqual([
      '<script>alert(1)</script>',
      'a <b onclick="x()">bold</b> word',
    ]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'app://dossier/', 'dossier:x/y'])(
    'has no link to %s',
    (url) => {
      const nodes = [...nodesOf(readNote(`[a](${url}) <${url}> ![b](${url}) [c][d]\n\n[d]: ${url}`))];
      expect(nodes.filter(({ type }) => type === 'link' || type === 'image')).toEqual([
        { type: 'image', alt: 'b', blob: null },
      ]);
    },
  );

  it('links to addresses and to things of the notebook', () => {
    const nodes = [
      ...nodesOf(readNote('https://example.org/a and [c](dossier:claim/c1), [d][e]\n\n[e]: http://x.org')),
    ];
    expect(nodes.flatMap((node) => (node.type === 'link' ? [node.url] : []))).toEqual([
      'https://example.org/a',
      'dossier:claim/c1',
      'http://x.org',
    ]);
  });

  it('of a megabyte, or of nothing but marks, is shown as it was typed', () => {
    for (const text of [
      '*a* '.repeat(250_000),
      '['.repeat(50_000),
      '*'.repeat(50_000),
      '> '.repeat(20_000) + 'a',
    ]) {
      expect(textOf(readNote(text)).length).toBeGreaterThan(0);
    }
  });
});
