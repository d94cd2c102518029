import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SourceId } from '../../../src-main/common/contract/entities.ts';
import { bundleFiles } from '../../../src-renderer/features/export/bundle.ts';
import { type ExportForm, exportInput, refuseExport } from '../../../src-renderer/features/export/scope.ts';

const form: ExportForm = { scope: 'all', sources: [], tag: null, status: 'verified', format: 'markdown' };

describe('what is handed to the browser', () => {
  it('is a single file as it is, under its own name', () => {
    const download = bundleFiles([{ path: 'notes/Été.html', content: '<p>é</p>' }], 'x');
    expect([download.name, download.mediaType]).toEqual(['Été.html', 'text/html;charset=utf-8']);
    expect(strFromU8(download.bytes)).toBe('<p>é</p>');
  });

  it('is one archive of several files, with folders and accents kept', () => {
    const files = [
      { path: 'claims.md', content: '# Claims' },
      { path: 'sources/L’été.md', content: '« été »' },
    ];
    const download = bundleFiles(files, 'notes');
    expect(download.name).toBe('notes.zip');
    const entries = unzipSync(download.bytes);
    expect(Object.keys(entries)).toEqual(files.map((file) => file.path));
    expect(strFromU8(entries['sources/L’été.md'] ?? new Uint8Array())).toBe('« été »');
  });
});

describe('the scope', () => {
  it('is refused where nothing is chosen', () => {
    expect(refuseExport({ ...form, scope: 'sources' })).toBe('needSources');
    expect(refuseExport({ ...form, scope: 'tag' })).toBe('needTag');
    expect(refuseExport(form)).toBeNull();
  });

  it('asks for its own part only', () => {
    const chosen = { ...form, sources: ['s1' as SourceId], tag: 'port' };
    expect(exportInput(chosen, 'fr')).toEqual({ format: 'markdown', locale: 'fr' });
    expect(exportInput({ ...chosen, scope: 'sources' }, 'en')).toEqual({
      format: 'markdown',
      locale: 'en',
      sources: ['s1'],
    });
    expect(exportInput({ ...chosen, scope: 'tag' }, 'en')).toMatchObject({ tag: 'port' });
    expect(exportInput({ ...chosen, scope: 'status' }, 'en')).toMatchObject({ status: 'verified' });
  });
});
