/** Archives of anyone's: refused before anything has the notebook's name, and nothing is left beside it. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DossierError } from '../../../src-main/common/contract/errors.ts';
import { describeError } from '../../../src-main/common/messages/errors.ts';
import { nodeFiles } from '../../../src-main/worker/files.ts';
import { restoreNotebook } from '../../../src-main/worker/restore.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../../support/engine.ts';
import { tempFolder } from '../../support/temp.ts';

async function openFilled(path?: string): Promise<TestEngine> {
  const app = openTestEngine(path);
  const { id } = await app.run('source.import', {
    bytes: bytesOf('The plant\n\nThe plant will cost 412 million euros.'),
    fileName: 'plant.txt',
    tags: ['cost'],
  });
  const { excerpt } = await app.run('excerpt.add', { source: id, quote: '412 million' });
  const evidence = [{ excerpt: excerpt.id, stance: 'supports' as const }];
  const { claim } = await app.run('claim.add', { statement: 'It costs 412 million.', evidence });
  await app.run('claim.verify', { id: claim.id, reason: 'The contract.' });
  return app;
}

async function makeArchive(): Promise<Uint8Array> {
  const { run } = await openFilled();
  const out = join(tempFolder(), 'a.zip');
  await run('export.run', { format: 'archive', out });
  return readFileSync(out);
}

async function tryRestore(bytes: Uint8Array): Promise<DossierError | null> {
  const folder = tempFolder();
  const archive = join(folder, 'a.zip');
  writeFileSync(archive, bytes);
  const target = join(folder, 'deep', 'new.dossier');
  const failure = await restoreNotebook(
    { archive, notebook: target },
    new AbortController().signal,
    () => undefined,
  ).then(
    () => null,
    (error: unknown) => error,
  );
  if (failure === null) return null;
  expect(readdirSync(folder)).toEqual(['a.zip']);
  if (!(failure instanceof DossierError)) throw new Error('not one of ours', { cause: failure });
  for (const locale of ['en', 'fr'] as const) expect(describeError(failure, locale)).not.toMatch(/archive-/);
  return failure;
}

async function reasonOf(bytes: Uint8Array): Promise<unknown> {
  const failure = await tryRestore(bytes);
  return failure && [failure.code, failure.details['reason'] ?? null];
}

type Entries = Record<string, Uint8Array>;

/** Packed again by another program, with hashes, sizes and counts that agree unless `keep` says so. */
async function altered(change: (entries: Entries) => void, keep = false): Promise<Uint8Array> {
  const entries = { ...unzipSync(await makeArchive()) };
  change(entries);
  if (!keep) agree(entries);
  return zipSync(entries as Zippable);
}

interface LooseManifest {
  counts: Record<string, number>;
  files: { path: string; bytes: number; sha256: string }[];
  schemaVersion: number;
  formatVersion: number;
}

function agree(entries: Entries): void {
  const manifest = readManifest(entries);
  for (const file of manifest.files) {
    const bytes = entries[file.path];
    if (!bytes) continue;
    file.bytes = bytes.length;
    file.sha256 = createHash('sha256').update(bytes).digest('hex');
  }
  writeManifest(entries, manifest);
}

function readManifest(entries: Entries): LooseManifest {
  return JSON.parse(new TextDecoder().decode(entries['manifest.json'])) as LooseManifest;
}

function writeManifest(entries: Entries, manifest: LooseManifest): void {
  entries['manifest.json'] = bytesOf(JSON.stringify(manifest));
}

function replace(entries: Entries, table: string, from: string | RegExp, to: string): void {
  const path = `data/${table}-0001.jsonl`;
  const text = new TextDecoder().decode(entries[path]);
  expect(text).toMatch(from);
  entries[path] = bytesOf(text.replace(from, to));
}

describe('restore refuses', () => {
  it('nothing of an archive that another program packed again', async () => {
    expect(await reasonOf(await altered(() => undefined))).toBeNull();
  });

  it('what is no ZIP, and a ZIP of something else', async () => {
    const foreign = ['unreadable', 'archive-foreign'];
    expect(await reasonOf(bytesOf('hello'))).toEqual(foreign);
    expect(await reasonOf(new Uint8Array())).toEqual(foreign);
    expect(await reasonOf(zipSync({ 'data/': new Uint8Array() }))).toEqual(foreign);
    expect(await reasonOf(zipSync({ 'manifest.json': bytesOf('{"format":"other"}') }))).toEqual(foreign);
    expect(await reasonOf(zipSync({ 'manifest.json': bytesOf('not json') }))).toEqual(foreign);
    expect(await reasonOf(zipSync({ 'word/document.xml': bytesOf('<x/>') }))).toEqual([
      'unreadable',
      'archive-name',
    ]);
  });

  it('one that was cut off anywhere', async () => {
    const whole = await makeArchive();
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      const cut = whole.subarray(0, Math.floor(whole.length * share));
      expect(await reasonOf(cut)).toEqual(['unreadable', 'archive-damaged']);
    }
    expect(await tryRestore(whole.subarray(0, whole.length - 1))).not.toBeNull();
  });

  it('one with any byte changed that matters', async () => {
    const whole = await makeArchive();
    for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const bytes = Uint8Array.from(whole);
      bytes[at] = (bytes[at] ?? 0) ^ 0xff;
      const failure = await tryRestore(bytes);
      // Dates and versions of a ZIP's headers say nothing that is read.
      if (failure !== null) expect(['unreadable', 'too-large', 'unsupported']).toContain(failure.code);
    }
  });

  it.each(['../evil.txt', '/etc/passwd', 'data/../../evil', 'C:\\evil', 'data/a\0.jsonl', 'extra.txt'])(
    'the name %j',
    async (name) => {
      const bytes = await altered((entries) => {
        entries[name] = bytesOf('x');
      });
      expect(await reasonOf(bytes)).toEqual(['unreadable', 'archive-name']);
    },
  );

  it('files that are missing, or more than the manifest names', async () => {
    const files = ['unreadable', 'archive-files'];
    const without = await altered((entries) => delete entries['data/claim-0001.jsonl']);
    expect(await reasonOf(without)).toEqual(files);
    const more = await altered((entries) => (entries['data/claim-0002.jsonl'] = bytesOf('{}\n')));
    expect(await reasonOf(more)).toEqual(files);
    const fewer = await altered((entries) => {
      const manifest = readManifest(entries);
      manifest.counts['claim'] = 7;
      writeManifest(entries, manifest);
    });
    expect(await reasonOf(fewer)).toEqual(files);
  });

  it('a file that is not what the manifest says', async () => {
    const bytes = await altered((entries) => {
      replace(entries, 'claim', '412', '413');
    }, true);
    expect(await reasonOf(bytes)).toEqual(['unreadable', 'archive-hash']);
  });

  it('an original under another hash than its own', async () => {
    const bytes = await altered((entries) => {
      const path = Object.keys(entries).find((name) => name.startsWith('originals/')) ?? '';
      entries[path] = bytesOf('another text altogether');
    });
    expect(await reasonOf(bytes)).toEqual(['unreadable', 'archive-hash']);
  });

  it('references to what is not there', async () => {
    const bytes = await altered((entries) => {
      replace(entries, 'evidence', /"claim_id":"[^"]*"/, '"claim_id":"nobody"');
    });
    expect(await reasonOf(bytes)).toEqual(['unreadable', 'archive-reference']);
  });

  it.each([
    ['another status', 'verdict', '"verified"', '"certain"'],
    ['a verdict without a reason', 'verdict', 'The contract.', ' '],
    ['a column that nobody knows', 'claim', '{"id"', '{"x":1,"id"'],
    ['a text for a number', 'claim', /"created_at":\d+/, '"created_at":"now"'],
    ['a row twice', 'claim', /([^]*)/, '$1$1'],
    ['what is no JSON', 'claim', '{', '['],
    ['a list as a row', 'claim', /\{.*\}/, '[]'],
    ['a cell that is a tree', 'claim', /"note":""/, '"note":{"a":1}'],
  ])('a record with %s', async (_what, table, from, to) => {
    const bytes = await altered((entries) => {
      replace(entries, table, from, to);
    });
    expect(await reasonOf(bytes)).toEqual(['unreadable', 'archive-row']);
  });

  it('an archive of a newer app', async () => {
    for (const version of ['schemaVersion', 'formatVersion'] as const) {
      const bytes = await altered((entries) => {
        const manifest = readManifest(entries);
        manifest[version] = 999_990;
        writeManifest(entries, manifest);
      });
      expect((await tryRestore(bytes))?.code).toBe('unsupported');
    }
  });

  it('a bomb, by what its directory declares', async () => {
    const bomb = zipSync({ 'README.txt': new Uint8Array(80 * 1024 * 1024) });
    expect(await reasonOf(bomb)).toEqual(['too-large', 'ratio']);
  });

  it('entries that share their bytes', async () => {
    const bytes = Buffer.from(zipSync({ 'README.txt': bytesOf('same'), 'manifest.json': bytesOf('{}') }));
    // The second entry of the directory is said to lie where the first one does.
    bytes.writeUInt32LE(0, bytes.indexOf('manifest.json', bytes.indexOf('PK\x01\x02')) - 4);
    expect(await reasonOf(bytes)).toEqual(['unreadable', 'archive-damaged']);
  });
});

describe('restore', () => {
  it('replaces no notebook, nor anything else', async () => {
    const folder = tempFolder();
    const archive = join(folder, 'a.zip');
    writeFileSync(archive, await makeArchive());
    writeFileSync(join(folder, 'there.dossier'), 'mine');
    mkdirSync(join(folder, 'folder'));
    for (const name of ['there.dossier', 'folder']) {
      const done = restoreNotebook(
        { archive, notebook: join(folder, name) },
        new AbortController().signal,
        () => undefined,
      );
      await expect(done).rejects.toMatchObject({ code: 'target-exists' });
    }
    expect(readFileSync(join(folder, 'there.dossier'), 'utf8')).toBe('mine');
  });

  it('leaves nothing where it is cancelled', async () => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'a.zip'), await makeArchive());
    const request = { archive: join(folder, 'a.zip'), notebook: join(folder, 'new.dossier') };
    await expect(restoreNotebook(request, AbortSignal.abort(), () => undefined)).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(readdirSync(folder)).toEqual(['a.zip']);
  });
});

describe('an archive', () => {
  it('takes everything, whatever the export was narrowed to, and says so', async () => {
    const { run } = await openFilled();
    const out = join(tempFolder(), 'a.zip');
    const { files, warnings } = await run('export.run', { format: 'archive', out, tag: 'cost' });
    expect(warnings.map(({ code }) => code)).toEqual(['archive-is-whole']);
    const bytes = readFileSync(out);
    expect(files).toEqual([
      {
        path: out,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        content: null,
        data: null,
      },
    ]);
  });

  it('goes back to a page as bytes', async () => {
    const { run } = await openFilled();
    const { files } = await run('export.run', { format: 'archive' });
    expect(Object.keys(unzipSync(files[0]?.data ?? new Uint8Array()))).toContain('manifest.json');
  });

  it('is not there where writing it was stopped in the middle', async () => {
    const folder = tempFolder();
    const path = join(folder, 'a.zip');
    async function* stopped(): AsyncGenerator<Uint8Array> {
      yield bytesOf('half');
      await Promise.resolve();
      throw new DossierError('cancelled');
    }
    const done = nodeFiles.write({ out: path, layout: 'file', force: false }, [{ path, bytes: stopped() }]);
    await expect(done).rejects.toMatchObject({ code: 'cancelled' });
    expect(readdirSync(folder)).toEqual([]);
    expect(existsSync(path)).toBe(false);
  });

  it('names each of its tables in what it tells of itself', async () => {
    const entries = unzipSync(await makeArchive());
    const readme = new TextDecoder().decode(entries['README.txt']);
    for (const table of Object.keys(readManifest(entries).counts))
      expect(readme).toMatch(new RegExp(`^  ${table}: `, 'm'));
  });
});
