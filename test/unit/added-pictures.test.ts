/** The same page once more, with the folder of its pictures beside it: through the engine. */
import { beforeEach, expect, it } from 'vitest';
import type { SourceId } from '../../src-main/common/contract/entities.ts';
import { imagesOf } from '../../src-main/common/document/tree.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../support/engine.ts';
import { makePng } from '../support/images.ts';

const PROSE = 'The council said on Monday that the reservoir would be emptied before the winter came. ';
const pageOf = (inner: string) =>
  bytesOf(
    `<!doctype html><html lang="en"><head><title>The reservoir</title></head><body><nav>Menu of the day</nav><article>${`<p>${PROSE.repeat(3)}</p>`.repeat(4)}${inner}</article></body></html>`,
  );
const page = pageOf('<img alt="Map" src="page_files/map.png"><img alt="Chart" src="page_files/chart.png">');
const map = { path: 'page_files/map.png', bytes: Uint8Array.from(makePng({ width: 640, height: 400 })) };
const chart = { path: 'page_files/chart.png', bytes: Uint8Array.from(makePng({ width: 320, height: 200 })) };
const icon = { path: 'page_files/icon.png', bytes: Uint8Array.from(makePng({ width: 16, height: 16 })) };

let app: TestEngine;
let id: SourceId;
const take = (files?: readonly (typeof map)[], bytes = page) =>
  app.run('source.import', { bytes, fileName: 'page.html', ...(files ? { files: [...files] } : {}) });
const look = async () => (await app.run('source.get', { id })).source;

beforeEach(async () => {
  app = openTestEngine();
  ({ id } = await take());
});

it('adds them in a new version, keeps highlights, and is undone', async () => {
  await app.run('excerpt.add', { source: id, quote: 'before the winter', range: { start: 0, end: 90 } });
  const before = await look();
  expect(await take([map, chart, icon])).toMatchObject({ id, status: 'version', carried: { exact: 1 } });
  expect([...imagesOf((await look()).tree)]).toHaveLength(2);
  await app.run('history.undo', {});
  expect(await look()).toMatchObject({ versionId: before.versionId });
});

it('adds those that were missing, and then nothing more', async () => {
  await take([map]);
  expect(await take([map, chart, icon])).toMatchObject({ status: 'version' });
  expect(await take([map, chart, icon])).toMatchObject({ status: 'duplicate' });
  expect(await take()).toMatchObject({ status: 'duplicate' });
  expect((await look()).versions).toHaveLength(3);
  expect((await app.run('notebook.check', {})).problems).toEqual([]);
});

it('adds them to the whole page where that is shown', async () => {
  await app.run('source.extract', { id, how: 'whole' });
  const { text } = await look();
  expect(await take([map])).toMatchObject({ status: 'version' });
  expect((await look()).text).toBe(text);
});

it('leaves a part that the user chose as it is', async () => {
  await app.run('source.extract', { id, how: { selector: 'article p' } });
  expect(await take([map])).toMatchObject({ status: 'duplicate' });
});
