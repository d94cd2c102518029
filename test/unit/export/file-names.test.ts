import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collisionKey, safeName, safeNames } from '../../../src-main/core/export/file-names.ts';

const bytes = (name: string): number => new TextEncoder().encode(name).length;

describe('a file name made from a title', () => {
  it('cannot leave its folder', () => {
    expect(safeName('../../etc/passwd', 'x')).toBe('etc passwd');
    expect(safeName('..', 'x')).toBe('x');
    expect(safeName('C:\\Windows\\win.ini', 'x')).toBe('C Windows win.ini');
  });

  it('is no device of Windows, with or without an extension', () => {
    expect(safeName('CON', 'x')).toBe('_CON');
    expect(safeName('nul.txt', 'x')).toBe('_nul.txt');
    expect(safeName('Lpt1', 'x')).toBe('_Lpt1');
    expect(safeName('Console', 'x')).toBe('Console');
  });

  it('has no dot or space at its ends, and nothing that begins like an option', () => {
    expect(safeName(' .hidden... ', 'x')).toBe('hidden');
    expect(safeName('--force', 'x')).toBe('force');
  });

  it('drops characters that hide or reorder what is read', () => {
    expect(safeName('notes\u202Egpj.exe\u0000\u200B', 'x')).toBe('notesgpj.exe');
  });

  it('keeps whole characters where a long title is cut', () => {
    const name = safeName('é👩‍👩‍👧'.repeat(80), 'x');
    expect(bytes(name)).toBeLessThanOrEqual(96);
    expect(name.isWellFormed()).toBe(true);
    expect(name).toMatch(/^(?:é|👩👩👧)+/u);
  });

  it('falls back where nothing is left', () => {
    expect(safeName('???', 'untitled')).toBe('untitled');
  });

  it('holds all of this for any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (title) => {
        const name = safeName(title, 'untitled');
        expect(name).not.toBe('');
        expect(bytes(name)).toBeLessThanOrEqual(97);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}\p{Cf}]|^[.\s-]|[.\s]$/u);
      }),
    );
  });
});

describe('names of one folder', () => {
  it('numbers twins, also those that only some file systems take for one', () => {
    expect(safeNames(['Coût', 'coût', 'Cou\u0302t', 'Straße', 'STRASSE'], 'x')).toEqual([
      'Coût',
      'coût 2',
      'Coût 3',
      'Straße',
      'STRASSE 2',
    ]);
  });

  it('leaves names alone that are taken already', () => {
    expect(safeNames(['Index'], 'x', ['index'])).toEqual(['Index 2']);
  });

  it('never gives two that collide', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 4 }), { maxLength: 12 }), (titles) => {
        const keys = safeNames(titles, 'x').map(collisionKey);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});
