import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { CollectionId } from '../../../src-main/common/contract/collections.ts';
import type { ClaimId, SourceId } from '../../../src-main/common/contract/entities.ts';
import { bundleFiles } from '../../../src-renderer/features/export/bundle.ts';
import { formFor, refuseExport, scopeInput } from '../../../src-renderer/features/export/scope.ts';

const form = formFor(undefined);

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
    const chosen = { ...form, sources: ['s1' as SourceId], tag: 'port', claim: 'c1' as ClaimId };
    expect(scopeInput(chosen)).toEqual({});
    expect(scopeInput({ ...chosen, scope: 'sources' })).toEqual({ sources: ['s1'] });
    expect(scopeInput({ ...chosen, scope: 'tag' })).toEqual({ tag: 'port' });
    expect(scopeInput({ ...chosen, scope: 'claim' })).toEqual({ claims: ['c1'] });
    expect(scopeInput({ ...chosen, scope: 'status' })).toEqual({ status: 'verified' });
  });

  it('is what the screen was opened for', () => {
    const scope = { kind: 'collection', collection: 'k1' as CollectionId } as const;
    expect(formFor(scope)).toMatchObject({ scope: 'collection', collection: 'k1', format: 'markdown' });
    expect(refuseExport(formFor(scope))).toBeNull();
    expect(refuseExport({ ...form, scope: 'collection' })).toBe('needCollection');
    expect(refuseExport({ ...form, scope: 'claim' })).toBe('needClaim');
    expect(refuseExport({ ...form, scope: 'saved' })).toBe('needSaved');
  });
});
