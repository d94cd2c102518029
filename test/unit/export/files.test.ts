import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DossierError } from '../../../src-main/common/contract/errors.ts';
import type { OutputFile, WriteTarget } from '../../../src-main/core/ports.ts';
import { nodeFiles } from '../../../src-main/worker/files.ts';
import { tempFolder } from '../../support/temp.ts';

const file = (path: string, content: string): OutputFile => ({
  path,
  bytes: new TextEncoder().encode(content),
});

async function codeOf(target: WriteTarget, files: readonly OutputFile[]): Promise<string | null> {
  try {
    await nodeFiles.write(target, files);
    return null;
  } catch (error) {
    if (error instanceof DossierError) return error.code;
    throw error;
  }
}

describe('writing one file', () => {
  it('leaves the whole file under its name and nothing else', async () => {
    const folder = tempFolder();
    const out = join(folder, 'page.html');
    await nodeFiles.write({ out, layout: 'file', force: false }, [file('x.html', 'héllo')]);
    expect(readFileSync(out, 'utf8')).toBe('héllo');
    expect(readdirSync(folder)).toEqual(['page.html']);
  });

  it('makes the folders above it that are missing', async () => {
    const out = join(tempFolder(), 'a', 'b', 'notes.html');
    await nodeFiles.write({ out, layout: 'file', force: false }, [file('notes.html', 'x')]);
    expect(readFileSync(out, 'utf8')).toBe('x');
  });

  it('refuses a target that exists, and replaces it whole where it may', async () => {
    const folder = tempFolder();
    const out = join(folder, 'page.html');
    writeFileSync(out, 'old');
    expect(await codeOf({ out, layout: 'file', force: false }, [file('x', 'new')])).toBe('target-exists');
    expect(readFileSync(out, 'utf8')).toBe('old');
    expect(await codeOf({ out, layout: 'file', force: true }, [file('x', 'new')])).toBeNull();
    expect(readFileSync(out, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['page.html']);
  });

  it('names a place that cannot be written, and leaves nothing there', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a-file'), '');
    const beneath = join(folder, 'a-file', 'page.html');
    for (const out of [beneath, folder]) {
      expect(await codeOf({ out, layout: 'file', force: true }, [file('x', 'new')])).toBe(
        'target-unwritable',
      );
    }
    expect(readdirSync(folder)).toEqual(['a-file']);
  });

  it('answers disk-full where the disk is full', async () => {
    const folder = tempFolder();
    // A disk cannot be filled here; the mapping is what counts.
    const error = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const bytes = new Proxy(new Uint8Array(1), {
      get() {
        throw error;
      },
    });
    expect(
      await codeOf({ out: join(folder, 'x'), layout: 'file', force: false }, [{ path: 'x', bytes }]),
    ).toBe('disk-full');
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('writing a folder', () => {
  it('makes it and the folders above and below it', async () => {
    const out = join(tempFolder(), 'a', 'notes');
    await nodeFiles.write({ out, layout: 'folder', force: false }, [
      file('index.md', '1'),
      file('sub/x.md', '2'),
    ]);
    expect(readdirSync(out, { recursive: true }).map(String).toSorted()).toEqual([
      'index.md',
      'sub',
      join('sub', 'x.md'),
    ]);
  });

  it('refuses one that exists; where it may replace, it leaves what is not its own', async () => {
    const out = tempFolder();
    writeFileSync(join(out, 'mine.txt'), 'mine');
    writeFileSync(join(out, 'index.md'), 'old');
    expect(await codeOf({ out, layout: 'folder', force: false }, [file('index.md', 'new')])).toBe(
      'target-exists',
    );
    expect(await codeOf({ out, layout: 'folder', force: true }, [file('index.md', 'new')])).toBeNull();
    expect(readFileSync(join(out, 'mine.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(join(out, 'index.md'), 'utf8')).toBe('new');
    expect(readdirSync(out).toSorted()).toEqual(['index.md', 'mine.txt']);
  });

  it('gives no file its name before all are written: a failure midway changes nothing', async () => {
    const out = tempFolder();
    writeFileSync(join(out, 'index.md'), 'old');
    writeFileSync(join(out, 'taken'), '');
    const files = [file('index.md', 'new'), file('taken/x.md', '2')];
    expect(await codeOf({ out, layout: 'folder', force: true }, files)).toBe('target-unwritable');
    expect(readFileSync(join(out, 'index.md'), 'utf8')).toBe('old');
    expect(readdirSync(out).toSorted()).toEqual(['index.md', 'taken']);
  });

  it('takes away the folders it made where it fails', async () => {
    const root = tempFolder();
    mkdirSync(join(root, 'keep'));
    const out = join(root, 'keep', 'new', 'notes');
    const files = [file('a.md', '1'), file('a.md/b.md', '2')];
    expect(await codeOf({ out, layout: 'folder', force: false }, files)).not.toBeNull();
    expect(readdirSync(join(root, 'keep'))).toEqual([]);
  });

  it('never writes outside it', async () => {
    const root = tempFolder();
    const out = join(root, 'notes');
    for (const path of ['../evil.md', '/evil.md', 'a/../../evil.md', 'a\\..\\evil.md']) {
      expect(await codeOf({ out, layout: 'folder', force: true }, [file(path, 'x')])).toBe('internal');
    }
    expect(readdirSync(root)).toEqual([]);
  });
});
