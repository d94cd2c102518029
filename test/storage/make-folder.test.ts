import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder } from '../../src-main/core/make-folder.ts';
import { tempFolder } from '../support/temp.ts';

describe('makeFolder', () => {
  it('makes what is missing, and tells what it made', () => {
    const base = tempFolder();
    expect(makeFolder(join(base, 'a/b'))).toEqual([join(base, 'a'), join(base, 'a/b')]);
    expect(makeFolder(join(base, 'a/b'))).toEqual([]);
    expect(existsSync(join(base, 'a/b'))).toBe(true);
  });

  it('fails under a file', () => {
    const base = tempFolder();
    writeFileSync(join(base, 'file'), '');
    expect(() => makeFolder(join(base, 'file/b'))).toThrow();
  });

  it.runIf(process.platform === 'linux')('fails, and returns, where nothing can be made', () => {
    expect(() => makeFolder('/proc/dossier/a')).toThrow();
  });
});
