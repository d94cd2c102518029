import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../../src-main/common/contract/client.ts';
import type { Output } from '../../../src-main/common/contract/commands.ts';
import type { ErrorValue } from '../../../src-main/common/contract/errors.ts';
import { type Result, failure, success } from '../../../src-main/common/contract/result.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import { buildNotebook } from '../state/support/builders.ts';
import TrayHost from './support/TrayHost.svelte';

type Imported = Output<'source.import'>;

const IMPORTED = {
  id: 's1',
  versionId: 'v1',
  title: 'Le port',
  language: 'fr',
  words: 440,
  status: 'added',
  duplicateOf: null,
  carried: null,
  warnings: [],
} as unknown as Imported;

const added = (change: Partial<Imported> = {}): Result<Imported> => success({ ...IMPORTED, ...change });
const EMPTY: ErrorValue = {
  code: 'unreadable',
  message: 'empty',
  details: { fileName: 'empty.txt', reason: 'empty' },
  retryable: false,
};

/** The tray of an app whose imports are answered by the file's name; `null` leaves one open. */
function openTray(answers: Readonly<Record<string, Result<Imported> | null>> = {}) {
  const notebook = createFakeNotebook({
    'workspace.state': () => ({ notebook: buildNotebook(), recent: [], version: '1', folder: '' }),
    'notebook.info': () => buildNotebook(),
  });
  const call = (name: string, input: { fileName?: string }): Promise<unknown> => {
    if (name !== 'source.import') return notebook.client.call(name as never, input as never);
    const answer = answers[input.fileName ?? ''] ?? null;
    return answer ? Promise.resolve(answer) : new Promise(() => undefined);
  };
  const app = new AppState({ ...notebook.client, call: call as unknown as Client['call'] });
  app.locale = 'en';
  app.go({ view: 'claims' });
  render(TrayHost, { props: { app } });
  return { app, ...notebook };
}

const files = (...names: string[]): File[] => names.map((name) => new File([name], name));
const tray = (): HTMLElement => screen.getByRole('region', { name: 'Imports' });
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
const rows = (): string[] =>
  within(tray())
    .getAllByRole('listitem')
    .map(({ textContent }) => plain(textContent));

describe('the tray of imports', () => {
  it('reports what came of each file, what failed first', async () => {
    const near = {
      code: 'near-duplicate',
      message: 'near',
      details: { id: 's9', title: 'Le quai', percent: 91 },
    };
    const { app } = openTray({
      'new.html': added({ warnings: [near] }),
      'empty.txt': failure(EMPTY),
      'again.html': added({ status: 'duplicate', title: 'La digue' }),
      'later.html': added({ status: 'version', carried: { exact: 2, moved: 1, orphan: 0 } as never }),
    });
    app.imports.addFiles(files('new.html', 'empty.txt', 'again.html', 'later.html'));
    await within(await waitFor(tray)).findByText('2 files added, 1 failed');
    const [failed, first, again, later] = rows();
    expect(failed).toContain('empty.txt');
    expect(failed).toContain('Try again Dismiss');
    expect(first).toContain('Le port Added · 2 min');
    expect(first).toContain('Le quai');
    expect(again).toContain('Already in the library: “La digue”');
    expect(later).toContain('Added as a new version of a source you have');
    expect(later).toContain('2 highlights carried over · 1 highlight moved, to be checked');
    expect(plain(screen.getByRole('status').textContent)).toContain('2 files added, 1 failed');
  });

  it('goes on where one fails, and forgets what is dismissed or cleared', async () => {
    const { app } = openTray({ a: added(), 'empty.txt': failure(EMPTY) });
    app.imports.addFiles(files('empty.txt', 'a'));
    await within(await waitFor(tray)).findByText('1 file added, 1 failed');
    await fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(rows()).toHaveLength(1);
    await fireEvent.click(screen.getByRole('button', { name: 'Clear' }));
    expect(screen.queryByRole('region', { name: 'Imports' })).toBeNull();
  });

  it('says how far it is, and cancels one or all', async () => {
    const { app } = openTray({ a: added() });
    app.imports.addFiles(files('a', 'b', 'c', 'd', 'e', 'f'));
    await within(await waitFor(tray)).findByText('1 of 6');
    expect(tray().dataset['busy']).toBe('true');
    expect(screen.getByRole('button', { name: 'Cancel b' })).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Cancel all' }));
    // What waited ends at once, what runs when the engine says so.
    await waitFor(() => expect(app.imports.jobs[5]?.state).toBe('cancelled'));
    expect(app.imports.jobs[0]?.state).toBe('added');
    expect(plain(tray().textContent)).toContain(`${app.imports.ended} of 6`);
  });

  it('draws the rows near its view, and tells each its place among all', async () => {
    const { app } = openTray();
    app.imports.addFiles(files(...Array.from({ length: 500 }, (_, at) => `file ${at}`)));
    await waitFor(tray);
    const drawn = within(tray()).getAllByRole('listitem');
    expect(drawn.length).toBeLessThan(50);
    expect(drawn.map((row) => row.getAttribute('aria-posinset'))[1]).toBe('2');
    expect(drawn[0]?.getAttribute('aria-setsize')).toBe('500');
  });
});

describe('a file of the watched folder', () => {
  async function start() {
    const opened = openTray();
    await opened.app.start();
    return opened;
  }

  it('is a row of the tray and a notice, and cannot be tried again from here', async () => {
    const { app, tell } = await start();
    tell({ type: 'captured', fileName: 'page.html', result: added() });
    expect(app.imports.jobs).toMatchObject([{ name: 'page.html', origin: 'watched', state: 'added' }]);
    expect(app.imports).toMatchObject({ open: false, busy: false, added: 1 });
    expect(app.notices.list[0]?.text).toBe('Captured from the watched folder: “page.html”');
    tell({ type: 'captured', fileName: 'empty.txt', result: failure(EMPTY) });
    expect(app.notices.list[0]?.text).toContain('The tray says why');
    app.imports.open = true;
    await waitFor(tray);
    expect(rows()[0]).toContain('empty.txt');
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Dismiss' })).toBeTruthy();
  });

  it('that is there already is only a row, and one that was cancelled says nothing', async () => {
    const { app, tell } = await start();
    tell({ type: 'captured', fileName: 'a', result: added({ status: 'duplicate' }) });
    tell({ type: 'captured', fileName: 'b', result: failure({ ...EMPTY, code: 'cancelled' }) });
    expect(app.imports.jobs.map(({ state }) => state)).toEqual(['duplicate', 'cancelled']);
    expect(app.notices.list).toEqual([]);
  });

  it('that is a library counts as one where it brought something', async () => {
    const { app, tell } = await start();
    const counts = { sources: 2, versions: 0, excerpts: 0, notes: 0, tags: 0, collections: 0 };
    const library = { format: 'readwise', added: counts, sources: [], leftOut: [] } as never;
    tell({ type: 'captured', fileName: 'readwise.csv', result: success(library) });
    expect(app.imports.jobs).toMatchObject([{ state: 'library', isNew: true }]);
    expect(app.imports.added).toBe(1);
  });
});
