import { describe, expect, it } from 'vitest';
import { invokeFrom, recorded, type TestWindow } from '../doubles/electron.ts';
import { builtWorker } from '../support/built.ts';
import { boot } from './boot.ts';

const CALL = 'dossier:call';
const open = (route: unknown, from?: TestWindow): Promise<unknown> =>
  invokeFrom(from ? { contentsId: from.webContents.id } : {}, CALL, {
    id: '1',
    name: 'host.openWindow',
    input: { route },
  });
const state = { id: '2', name: 'workspace.state', input: {} };

function windowAt(index: number): TestWindow {
  const window = recorded.windows[index];
  if (!window) throw new Error(`There is no window ${index}.`);
  return window;
}

describe('several windows', () => {
  it('open on a place, beside the one they come from, as closed to the world as the first', async () => {
    const { window } = await boot();
    expect(await open('{"view":"search"}', window)).toEqual({ ok: true, value: {} });
    const second = windowAt(1);
    const { hash, href } = new URL(second.webContents.url);
    expect(href.slice(0, -hash.length)).toBe('app://dossier/');
    expect(new URLSearchParams(hash.slice(1)).get('route')).toBe('{"view":"search"}');
    expect(second.options).toMatchObject({ x: 38, y: 48, width: 1000, height: 700 });
    expect(second.options.webPreferences).toEqual(window.options.webPreferences);
    expect(second.webContents.openHandler).not.toBeNull();
  });

  it('cannot be led to another address by what is asked for', async () => {
    await boot();
    await open('#@evil.example/\u0000&token=1');
    expect(new URL(windowAt(1).webContents.url)).toMatchObject({ host: 'dossier', pathname: '/' });
  });

  it('are all heard, and no longer once they are closed', async () => {
    const { window } = await boot();
    await open('{}');
    const second = windowAt(1);
    for (const each of [window, second]) {
      const sender = { contentsId: each.webContents.id };
      expect(await invokeFrom(sender, CALL, state)).toMatchObject({ ok: true });
    }
    second.close();
    expect(await invokeFrom({ contentsId: second.webContents.id }, CALL, state)).toMatchObject({ ok: false });
  });

  it('are all told what changed; a choice in the menu is for the one in front', async () => {
    const { window } = await boot({ engineWorker: builtWorker('engine-worker') });
    await open('{}');
    const second = windowAt(1);
    await invokeFrom({}, CALL, { id: '3', name: 'workspace.sample', input: { locale: 'en' } });
    const heard = (each: TestWindow): readonly unknown[] =>
      each.webContents.sent.map((event) => (event as { readonly type: string }).type);
    expect(heard(window)).toContain('notebook');
    expect(heard(second)).toEqual(heard(window));
    window.emit('focus');
    const items = recorded.menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    (items.find(({ id }) => id === 'view.palette')?.click as (() => void) | undefined)?.();
    expect(heard(window)).toContain('menu');
    expect(heard(second)).not.toContain('menu');
  });

  it('are not opened without end, nor for what is no place', async () => {
    await boot();
    for (let count = 1; count < 12; count++) expect(await open('{}')).toMatchObject({ ok: true });
    expect(await open('{}')).toMatchObject({ ok: false, error: { code: 'too-large' } });
    expect(recorded.windows).toHaveLength(12);
    expect(await open(1)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });
});
