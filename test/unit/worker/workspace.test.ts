import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { success } from '../../../src-main/common/contract/result.ts';
import type { DossierEvent } from '../../../src-main/common/contract/events.ts';
import { startWorkspace, type Workspace } from '../../../src-main/worker/workspace.ts';
import { scriptWorker } from '../../support/script-worker.ts';
import { tempFolder } from '../../support/temp.ts';

/** Answers as an engine whose notebook is named by its path, and writes down what it was asked. */
const ENGINE = `
  files.appendFileSync(workerData.path + '.log', (input.request?.name ?? input.ask) + '\\n');
  if (input.ask !== 'call') return null;
  if (workerData.path.endsWith('broken')) {
    return { ok: false, error: { code: 'notebook-damaged', message: '', details: {}, retryable: false } };
  }
  return { ok: true, value: { name: workerData.path } };`;

interface Started {
  readonly workspace: Workspace;
  readonly folder: string;
  readonly asked: (name: string) => readonly string[];
}

async function start(dataFolder?: string): Promise<Started> {
  const folder = tempFolder();
  const workspace = await startWorkspace({
    dataFolder: dataFolder ?? join(folder, 'data'),
    notebook: null,
    version: '0.0.0',
    engineWorker: scriptWorker(ENGINE),
  });
  onTestFinished(() => workspace.close());
  const asked = (name: string): string[] =>
    readFileSync(join(folder, `${name}.log`), 'utf8')
      .trim()
      .split('\n');
  return { workspace, folder, asked };
}

let calls = 0;
const call = (workspace: Workspace, name: string, input: unknown = {}) =>
  workspace.call({ id: `call-${++calls}`, name, input });

describe('opening', () => {
  it('closes what it opened in vain, and leaves the user where they were', async () => {
    const { workspace, folder, asked } = await start();
    await call(workspace, 'workspace.open', { path: join(folder, 'good') });
    expect(await call(workspace, 'workspace.open', { path: join(folder, 'broken') })).toMatchObject({
      error: { code: 'notebook-damaged' },
    });
    expect(asked('broken').at(-1)).toBe('close');
    expect(await call(workspace, 'notebook.info')).toEqual(success({ name: join(folder, 'good') }));
  });

  it('closes what was open before, and tells of the new one', async () => {
    const { workspace, folder, asked } = await start();
    const events: DossierEvent[] = [];
    workspace.subscribe((event) => events.push(event));
    await call(workspace, 'workspace.open', { path: join(folder, 'one') });
    await call(workspace, 'workspace.open', { path: join(folder, 'two') });
    expect(asked('one').at(-1)).toBe('close');
    expect(events).toMatchObject([{ notebook: { name: join(folder, 'one') } }, { notebook: {} }]);
  });

  it('is not undone by a list of recent notebooks that cannot be written', async () => {
    const dataFolder = join(tempFolder(), 'file');
    writeFileSync(dataFolder, '');
    const { workspace, folder } = await start(dataFolder);
    const events: DossierEvent[] = [];
    workspace.subscribe((event) => events.push(event));
    expect(await call(workspace, 'workspace.open', { path: join(folder, 'one') })).toMatchObject({
      ok: true,
    });
    expect(events).toHaveLength(1);
  });
});

it('starts, and tells its state, where the list of recent notebooks cannot be read', async () => {
  const dataFolder = tempFolder();
  mkdirSync(join(dataFolder, 'state.json'));
  const { workspace } = await start(dataFolder);
  expect(await call(workspace, 'workspace.state')).toMatchObject({ ok: true, value: { recent: [] } });
});

it('lets no cancel overtake the call that it stops', async () => {
  const { workspace, folder, asked } = await start();
  await call(workspace, 'workspace.open', { path: join(folder, 'one') });
  await Promise.all([
    workspace.call({ id: 'a', name: 'source.list', input: {} }),
    call(workspace, 'workspace.cancel', { call: 'a' }),
  ]);
  await call(workspace, 'notebook.info');
  expect(asked('one').slice(-3)).toEqual(['source.list', 'cancel', 'notebook.info']);
});

it('opens nothing after it was closed', async () => {
  const { workspace, folder, asked } = await start();
  await call(workspace, 'workspace.open', { path: join(folder, 'one') });
  const closing = workspace.close();
  expect(await call(workspace, 'workspace.open', { path: join(folder, 'two') })).toMatchObject({
    error: { code: 'notebook-closed' },
  });
  await closing;
  expect(await call(workspace, 'notebook.info')).toMatchObject({ error: { code: 'notebook-closed' } });
  expect(asked('one').at(-1)).toBe('close');
});

describe('a watched folder', () => {
  it('is remembered for its notebook by this machine, and ends with it', async () => {
    const { workspace, folder } = await start();
    const one = join(folder, 'one');
    const inbox = join(folder, 'inbox');
    mkdirSync(inbox);
    expect(await call(workspace, 'workspace.watch', { folder: inbox })).toMatchObject({
      error: { code: 'notebook-closed' },
    });
    await call(workspace, 'workspace.open', { path: one });
    const watched = { watched: { folder: inbox, problem: null } };
    expect(await call(workspace, 'workspace.watch', { folder: inbox })).toEqual(success(watched));
    await call(workspace, 'workspace.open', { path: join(folder, 'two') });
    expect(await call(workspace, 'workspace.state')).toMatchObject({ value: { watched: null } });
    await call(workspace, 'workspace.open', { path: one });
    expect(await call(workspace, 'workspace.state')).toMatchObject({ value: watched });
    expect(await call(workspace, 'workspace.watch', { folder: null })).toEqual(success({ watched: null }));
    await call(workspace, 'workspace.open', { path: one });
    expect(await call(workspace, 'workspace.state')).toMatchObject({ value: { watched: null } });
  });

  it('is a folder that is there, by its whole path', async () => {
    const { workspace, folder } = await start();
    await call(workspace, 'workspace.open', { path: join(folder, 'one') });
    const watch = (path: string) => call(workspace, 'workspace.watch', { folder: path });
    expect(await watch('inbox')).toMatchObject({ error: { code: 'invalid' } });
    expect(await watch(join(folder, 'none'))).toMatchObject({ error: { code: 'not-found' } });
    expect(await watch(join(folder, 'one.log'))).toMatchObject({ error: { code: 'not-found' } });
  });

  it('gives what came while the app was closed to the engine, and tells of it', async () => {
    const { workspace, folder, asked } = await start();
    const one = join(folder, 'one');
    const inbox = join(folder, 'inbox');
    mkdirSync(inbox);
    writeFileSync(join(inbox, 'a.html'), '<p>A</p>');
    mkdirSync(join(folder, 'data'));
    const state = { recent: [], watched: [{ notebook: one, folder: inbox, since: 0 }] };
    writeFileSync(join(folder, 'data', 'state.json'), JSON.stringify(state));
    const events: DossierEvent[] = [];
    workspace.subscribe((event) => events.push(event));
    await call(workspace, 'workspace.open', { path: one });
    await expect
      .poll(() => events.find(({ type }) => type === 'captured'), { timeout: 20_000 })
      .toMatchObject({ fileName: 'a.html', result: { ok: true } });
    expect(asked('one')).toContain('source.import');
  });
});
