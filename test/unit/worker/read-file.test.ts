import { appendFileSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { importFile } from '../../../src-main/worker/import-file.ts';
import { LARGEST_FILE, readFileSafely } from '../../../src-main/worker/read-file.ts';
import { makePipe } from '../../support/pipes.ts';
import { tempFolder } from '../../support/temp.ts';

/** Windows has neither pipes nor devices among its files, and links only for administrators. */
const hasPipes = process.platform !== 'win32';

const refusal = (reason: string) =>
  expect.objectContaining({ code: 'unreadable', details: expect.objectContaining({ reason }) });

it('reads a file whole, and one that the system makes up and says to be empty', async () => {
  const path = join(tempFolder(), 'a.txt');
  writeFileSync(path, 'Words of an article.');
  expect(Buffer.from(await readFileSafely(path)).toString()).toBe('Words of an article.');
  if (process.platform === 'linux')
    expect(Buffer.from(await readFileSafely('/proc/cpuinfo')).length).toBeGreaterThan(0);
});

it('refuses a folder', async () => {
  const path = join(tempFolder(), 'x.html');
  mkdirSync(path);
  await expect(readFileSafely(path)).rejects.toEqual(
    refusal(process.platform === 'win32' ? 'denied' : 'no-file'),
  );
});

it.runIf(hasPipes)(
  'does not wait for a pipe that nobody writes to, nor read a device without an end',
  async () => {
    const path = join(tempFolder(), 'pipe.html');
    makePipe(path);
    await expect(readFileSafely(path)).rejects.toEqual(refusal('no-file'));
    await expect(readFileSafely('/dev/zero')).rejects.toEqual(refusal('no-file'));
  },
);

it.runIf(hasPipes)('says of a link that leads back to itself that it does', async () => {
  const path = join(tempFolder(), 'loop.html');
  symlinkSync('loop.html', path);
  await expect(readFileSafely(path)).rejects.toEqual(refusal('link-loop'));
});

it('refuses what is too large before it reads any of it', async () => {
  const path = join(tempFolder(), 'large.txt');
  writeFileSync(path, '');
  truncateSync(path, LARGEST_FILE + 1);
  await expect(readFileSafely(path)).rejects.toMatchObject({ code: 'too-large' });
});

it('refuses a file that is written to while it is read', async () => {
  const path = join(tempFolder(), 'a.txt');
  writeFileSync(path, 'Half of it.');
  const file = await open(path);
  const handles = Object.getPrototypeOf(file) as typeof file;
  await file.close();
  const read = handles.read;
  const spy = vi.spyOn(handles, 'read').mockImplementation(function (this: typeof file, ...given: unknown[]) {
    appendFileSync(path, ' More of it.');
    return Reflect.apply(read, this, given) as never;
  });
  onTestFinished(() => spy.mockRestore());
  await expect(readFileSafely(path)).rejects.toEqual(refusal('changing'));
});

it.runIf(hasPipes)('answers a host that was given a pipe with an error that names it', async () => {
  const path = join(tempFolder(), 'pipe.html');
  makePipe(path);
  const call = vi.fn();
  expect(await importFile({ call }, path)).toMatchObject({
    ok: false,
    error: { code: 'unreadable', details: { path } },
  });
  expect(call).not.toHaveBeenCalled();
});
