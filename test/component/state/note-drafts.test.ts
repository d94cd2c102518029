import '../../support/fresh-page.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftMirror, dropDraft, keepDraft } from '../../../src-renderer/state/note-drafts.ts';
import { createFakeNotebook } from '../claims/support/fake-notebook.ts';

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
