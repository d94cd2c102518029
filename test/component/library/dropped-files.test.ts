import { describe, expect, it, vi } from 'vitest';
import { type Dropped, filesOf } from '../../../src-renderer/features/library/dropped-files.ts';

type Tree = { readonly [name: string]: Tree | null };

/** As a browser gives them: a folder's entries in parts of a hundred. */
function entryOf(name: string, inside: Tree | null, broken = new Set<string>()): FileSystemEntry {
  const isFile = inside === null;
  const entry = {
    name,
    fullPath: `/${name}`,
    isFile,
    isDirectory: !isFile,
    file: (give: (file: File) => void, fail: (error: Error) => void) =>
      broken.has(name) ? fail(new Error('NotReadableError')) : give(new File([name], name)),
    createReader() {
      const all = Object.entries(inside ?? {}).map(([each, below]) => entryOf(each, below, broken));
      return { readEntries: (give: (part: FileSystemEntry[]) => void) => give(all.splice(0, 100)) };
    },
  };
  return entry as unknown as FileSystemEntry;
}

function drop(tree: Tree, broken?: Set<string>): DataTransfer {
  const items = Object.entries(tree).map(([name, inside]) => ({
    kind: 'file',
    webkitGetAsEntry: () => entryOf(name, inside, broken),
  }));
  return { items, files: [] } as unknown as DataTransfer;
}

const names = (files: Dropped['files']): string[] => files.map(({ file }) => file.name);

describe('files of a drop', () => {
  it('walks folders by name, and tells how many files of other kinds it left out', async () => {
    const tree = {
      pages: { 'b.html': null, 'a.PDF': null, 'style.css': null, sub: { 'c.md': null, 'x.exe': null } },
    };
    const { files, leftOut } = await filesOf(drop(tree));
    expect(names(files)).toEqual(['a.PDF', 'b.html', 'c.md']);
    expect(leftOut).toBe(2);
  });

  it('takes what was dropped itself whatever its name, and counts nothing that is hidden', async () => {
    const { files, leftOut } = await filesOf(
      drop({ 'zotero.json': null, pages: { '.DS_Store': null, '.git': { 'a.txt': null } } }),
    );
    expect(names(files)).toEqual(['zotero.json']);
    expect(leftOut).toBe(0);
  });

  it('takes a thousand files of one folder, in all parts that the browser gives them', async () => {
    const pages = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`${at}.html`, null]));
    expect((await filesOf(drop({ pages }))).files).toHaveLength(1000);
  });

  it('takes the pictures beside a saved page with it, and no frame for an article', async () => {
    const beside = {
      'map.png': null,
      'no-ending': null,
      'ad.html': null,
      'style.css': null,
      deep: { 'x.png': null },
    };
    const { files, leftOut } = await filesOf(
      drop({ pages: { 'a.html': null, a_files: beside, b_files: { 'own.html': null } } }),
    );
    expect(names(files)).toEqual(['a.html', 'own.html']);
    expect(leftOut).toBe(0);
    const pictures = await files[0]?.readBeside?.();
    expect(pictures?.map(({ path }) => path)).toEqual(['a_files/map.png', 'a_files/no-ending']);
    expect(files[1]?.readBeside).toBeUndefined();
    const together = await filesOf(drop({ 'a.html': null, a_files: beside }));
    expect(names(together.files)).toEqual(['a.html']);
    expect(await together.files[0]?.readBeside?.()).toHaveLength(2);
  });

  it('leaves out what cannot be read, and folders without end', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    let deep: Tree = { 'lost.html': null };
    for (let level = 0; level < 40; level++) deep = { deeper: deep };
    const tree = { pages: { 'gone.html': null, 'a.html': null, deep } };
    const { files, leftOut } = await filesOf(drop(tree, new Set(['gone.html'])));
    expect(names(files)).toEqual(['a.html']);
    expect(leftOut).toBe(2);
    warn.mockRestore();
  });
});
