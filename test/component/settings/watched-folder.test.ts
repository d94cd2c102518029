import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../../src-main/common/contract/client.ts';
import type { Output } from '../../../src-main/common/contract/commands.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import { buildNotebook } from '../state/support/builders.ts';
import WatchedHost from './support/WatchedHost.svelte';

type Watched = Output<'workspace.watch'>['watched'];

/** The section over an app that watches `first`. */
function open(first: Watched = null, can: Client['capabilities']['can'] = []) {
  let watched = first;
  const notebook = createFakeNotebook(
    {
      'workspace.state': () => ({
        notebook: buildNotebook(),
        recent: [],
        version: '1',
        folder: '',
        watched,
      }),
      'workspace.watch': ({ folder }: { folder: string | null }) => {
        watched = folder === null ? null : ({ folder, problem: null } as Watched);
        return { watched };
      },
      'host.choose': () => ({ path: '/home/ada/Saved pages' }),
    },
    can,
  );
  const app = new AppState(notebook.client);
  app.locale = 'en';
  render(WatchedHost, { props: { app } });
  return { app, ...notebook };
}

describe('the watched folder in the settings', () => {
  it('is named by its path in a browser, and let go of', async () => {
    const { sent } = open();
    const start = await screen.findByRole('button', { name: 'Watch' });
    expect(start.hasAttribute('disabled')).toBe(true);
    await fireEvent.input(screen.getByLabelText('Folder'), { target: { value: '  /home/ada/Saved  ' } });
    await fireEvent.click(start);
    expect(await screen.findByText('/home/ada/Saved')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Another folder…' })).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Stop watching' }));
    await screen.findByRole('button', { name: 'Watch' });
    expect(sent('workspace.watch')).toEqual([{ folder: '/home/ada/Saved' }, { folder: null }]);
  });

  it('is chosen by the dialog where the host has one', async () => {
    const { sent } = open(null, ['native-dialogs']);
    await fireEvent.click(await screen.findByRole('button', { name: 'Choose a folder…' }));
    expect(await screen.findByText('/home/ada/Saved pages')).toBeTruthy();
    expect(sent('host.choose')).toEqual([{ purpose: 'watch-folder' }]);
    expect(screen.getByRole('button', { name: 'Another folder…' })).toBeTruthy();
  });

  it('that has gone says so', async () => {
    const problem = {
      code: 'not-found',
      message: 'gone',
      details: { what: 'folder', path: '/gone' },
      retryable: false,
    } as const;
    open({ folder: '/gone', problem } as Watched);
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('/gone'));
  });
});
