import '../../support/fresh-page.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import { DraftMirror, dropDraft, keepDraft } from '../../../src-renderer/state/note-drafts.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';
import { buildNotebook } from './support/builders.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => {
  dropDraft('one');
  vi.useRealTimers();
});

/** A notebook that tells what it was given to keep. */
async function keeper(): Promise<unknown[]> {
  const kept: unknown[] = [];
  const { client } = createFakeNotebook({
    'draft.list': () => ({ drafts: [] }),
    'draft.keep': (input) => {
      kept.push((input as { value: { text: string } | null }).value?.text ?? null);
      return {};
    },
  });
  await new DraftMirror({ client }).load();
  return kept;
}

describe('what is being typed', () => {
  it('goes to the notebook that it was typed in, not to the one that is opened next', async () => {
    const kept: string[] = [];
    let open = 'first';
    const { client } = createFakeNotebook({
      'draft.list': () => ({ drafts: [] }),
      'draft.keep': () => {
        kept.push(open);
        return {};
      },
      'workspace.open': () => {
        open = 'second';
        return { notebook: buildNotebook() };
      },
      'workspace.state': () => ({ recent: [], folder: '', notebook: null }),
    });
    const app = new AppState(client);
    await app.drafts.load();
    keepDraft('one', 'typed in the first');
    await app.notebooks.openPath('second.dossier');
    await vi.advanceTimersByTimeAsync(5000);
    expect(kept).toEqual(['first']);
    keepDraft('one', 'typed in the second');
    // Opened by another window: it is not known any more which notebook is meant.
    await app.drafts.load();
    await vi.advanceTimersByTimeAsync(5000);
    expect(kept).toEqual(['first']);
  });

  it('is in the notebook once who writes rests', async () => {
    const kept = await keeper();
    keepDraft('one', 'a');
    keepDraft('one', 'ab');
    expect(kept).toEqual([]);
    await vi.advanceTimersByTimeAsync(700);
    expect(kept).toEqual(['ab']);
  });

  it('is there within two seconds too where nobody rests: a process that ends has most of it', async () => {
    const kept = await keeper();
    for (let letters = 1; letters <= 50; letters += 1) {
      keepDraft('one', 'x'.repeat(letters));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(kept).toEqual(['x'.repeat(20), 'x'.repeat(40)]);
  });

  it('that was stored or given up is kept no longer, also where it still waited', async () => {
    const kept = await keeper();
    keepDraft('one', 'a');
    dropDraft('one');
    await vi.advanceTimersByTimeAsync(5000);
    expect(kept).toEqual([null]);
  });
});
