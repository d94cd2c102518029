import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../src-main/common/contract/client.ts';
import type { SourceId } from '../../../src-main/common/contract/entities.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import { buildNotebook } from './support/builders.ts';

beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, '');
});

afterEach(() => {
  history.replaceState(null, '');
});

const undo = { command: 'source.remove', subject: 'The port', summary: 'removed' };

describe('a call', () => {
  it('gives the value, or null after the error was said in the language of the window', async () => {
    const app = new AppState(createFakeNotebook({ 'claim.list': () => ({ claims: [] }) }).client);
    app.locale = 'fr';
    expect(await app.call('claim.list', {})).toEqual({ claims: [] });
    expect(app.notices.list).toEqual([]);
    expect(await app.call('note.list', {})).toBeNull();
    expect(app.notices.list).toMatchObject([{ kind: 'error', text: 'Cette version ne sait pas le faire.' }]);
  });

  it('that changes something says so and offers to undo it', async () => {
    const notebook = createFakeNotebook({
      'source.remove': () => ({ source: {} }),
      'history.undo': () => ({ undone: undo }),
    });
    const app = new AppState(notebook.client);
    app.locale = 'en';
    await app.mutate('source.remove', { id: 's1' as SourceId });
    const [notice] = app.notices.list;
    expect(notice).toMatchObject({ kind: 'change', text: 'Source moved to the trash' });
    notice?.action?.run();
    await expect.poll(() => app.notices.list[0]?.text).toBe('Undone: Source moved to the trash (The port)');
    expect(notebook.sent('history.undo')).toHaveLength(1);
  });
});

describe('the window', () => {
  it('takes up the open notebook and where it was before a reload', async () => {
    const { client } = createFakeNotebook({
      'workspace.state': () => ({ notebook: buildNotebook(), recent: [], version: '1', folder: '/data' }),
    });
    history.replaceState({ route: { view: 'claims' }, notebook: '/n.dossier' }, '');
    const app = new AppState(client);
    await app.start();
    expect(app.notebook?.name).toBe('n');
    expect(app.route).toEqual({ view: 'claims' });
  });

  it('does not follow a history that belongs to another notebook', async () => {
    const { client } = createFakeNotebook({
      'workspace.state': () => ({ notebook: buildNotebook(), recent: [], version: '1', folder: '/data' }),
    });
    history.replaceState({ route: { view: 'claims', claim: 'c9' }, notebook: '/other.dossier' }, '');
    const app = new AppState(client);
    await app.start();
    expect(app.route).toEqual({ view: 'library' });
  });

  it('asks again for what a change may have made old', async () => {
    let undoable = false;
    const notebook = createFakeNotebook({
      'workspace.state': () => ({ notebook: buildNotebook(), recent: [], version: '1', folder: '' }),
      'notebook.info': () => buildNotebook({ name: 'renamed' }),
      'history.next': () => ({ undo: undoable ? undo : null, redo: null }),
    });
    const app = new AppState(notebook.client);
    await app.start();
    const before = app.revision;
    undoable = true;
    notebook.change();
    expect(app.revision).toBe(before + 1);
    await expect.poll(() => app.notebook?.name).toBe('renamed');
    expect(app.history.undoable).toEqual(undo);
  });

  it('reads the library once for all changes of a second while files come in, and again at their end', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    try {
      const notebook = createFakeNotebook({
        'workspace.state': () => ({ notebook: buildNotebook(), recent: [], version: '1', folder: '' }),
        'notebook.info': () => buildNotebook(),
      });
      const imports: ((value: unknown) => void)[] = [];
      const call = (name: string, input: unknown): Promise<unknown> =>
        name === 'source.import'
          ? new Promise((resolve) => imports.push(resolve))
          : notebook.client.call(name as never, input as never);
      const app = new AppState({ ...notebook.client, call: call as unknown as Client['call'] });
      await app.start();
      app.imports.addFiles([new File(['a'], 'a')]);
      await vi.waitFor(() => expect(imports).toHaveLength(1));
      const read = (): number => notebook.sent('source.list').length;
      const before = read();
      for (let each = 0; each < 20; each += 1) notebook.change();
      await vi.advanceTimersByTimeAsync(900);
      expect(read()).toBe(before + 1);
      await vi.advanceTimersByTimeAsync(200);
      expect(read()).toBe(before + 2);
      imports[0]?.({ ok: false, error: { code: 'cancelled', message: '', details: {}, retryable: false } });
      await vi.advanceTimersByTimeAsync(0);
      notebook.change();
      // The last reading of a burst may still rest; what it missed is read after it.
      await vi.advanceTimersByTimeAsync(1100);
      expect(read()).toBe(before + 3);
    } finally {
      vi.useRealTimers();
    }
  });

  it('reads the library again soon after a reading that took long, while files come in', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    try {
      const notebook = createFakeNotebook({
        'workspace.state': () => ({ notebook: buildNotebook(), recent: [], version: '1', folder: '' }),
        'notebook.info': () => buildNotebook(),
      });
      const call = async (name: string, input: unknown): Promise<unknown> => {
        if (name === 'source.import') return new Promise(() => undefined);
        if (name === 'notebook.info') await new Promise((resolve) => setTimeout(resolve, 30_000));
        return notebook.client.call(name as never, input as never);
      };
      const app = new AppState({ ...notebook.client, call: call as unknown as Client['call'] });
      await app.start();
      app.imports.addFiles([new File(['a'], 'a')]);
      const read = (): number => notebook.sent('source.list').length;
      const before = read();
      notebook.change();
      await vi.advanceTimersByTimeAsync(29_000);
      notebook.change();
      expect(read()).toBe(before + 1);
      await vi.advanceTimersByTimeAsync(6000);
      expect(read()).toBe(before + 2);
    } finally {
      vi.useRealTimers();
    }
  });

  it('goes back to a screen as it was left, and the second time to its beginning', () => {
    const app = new AppState(createFakeNotebook({}).client);
    app.go({ view: 'library', source: 's1' as SourceId });
    app.go({ view: 'settings' });
    app.navigation.visit('library');
    expect(app.route).toEqual({ view: 'library', source: 's1' });
    app.navigation.visit('library');
    expect(app.route).toEqual({ view: 'library' });
  });
});

describe('preferences', () => {
  it('are kept on this machine and read back', () => {
    const { client } = createFakeNotebook({});
    new AppState(client).theme = 'sepia';
    expect(new AppState(client).theme).toBe('sepia');
  });

  it('of another kind than expected are left out', () => {
    localStorage.setItem(
      'dossier.preferences',
      '{"theme":3,"listWidth":"wide","locale":null,"quietMarks":true}',
    );
    const { preferences } = new AppState(createFakeNotebook({}).client);
    expect(preferences).toMatchObject({ theme: 'system', listWidth: 304, quietMarks: true });
  });

  it('that cannot be read start afresh', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    localStorage.setItem('dossier.preferences', '{');
    expect(new AppState(createFakeNotebook({}).client).theme).toBe('system');
    expect(warn).toHaveBeenCalledOnce();
    warn.mockRestore();
  });
});

describe('meanings of the colours', () => {
  it("are the language's own until the user gives others, and again when a name is emptied", async () => {
    const kept: unknown[] = [];
    const notebook = createFakeNotebook({
      'setting.all': () => ({ settings: { 'colors.names': { pink: 'Lie', blue: '  ', red: 'x' } } }),
      'setting.set': ({ value }: { value: unknown }) => {
        kept.push(value);
        return {};
      },
    });
    const app = new AppState(notebook.client);
    app.locale = 'en';
    await app.colors.load();
    expect(app.colors.names).toEqual({
      yellow: 'Fact',
      blue: 'Figure',
      green: 'Quotation',
      pink: 'Lie',
      violet: 'Context',
    });
    await app.colors.rename('pink', '');
    expect(app.colors.nameOf('pink')).toBe('Doubt');
    expect(kept).toEqual([{}]);
    expect(app.colors.digitOf('violet')).toBe(5);
  });
});
