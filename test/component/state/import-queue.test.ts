import { describe, expect, it, vi } from 'vitest';
import type { CallOptions, Client } from '../../../src-main/common/contract/client.ts';
import type { Output } from '../../../src-main/common/contract/commands.ts';
import type { ErrorCode } from '../../../src-main/common/contract/errors.ts';
import { type Result, success } from '../../../src-main/common/contract/result.ts';
import { AppState } from '../../../src-renderer/state/app.svelte.ts';
import type { Job } from '../../../src-renderer/state/import-job.svelte.ts';
import { ImportQueue } from '../../../src-renderer/state/import-queue.svelte.ts';

type Imported = Output<'source.import'>;

interface Asked {
  readonly input: { readonly fileName?: string; readonly bytes: Uint8Array; readonly title?: string };
  readonly options: CallOptions;
  readonly answer: (change?: Partial<Imported>) => void;
  readonly fail: (code: ErrorCode) => void;
}

const IMPORTED = {
  id: 's1',
  versionId: 'v1',
  title: 'Le port',
  language: 'fr',
  words: 10,
  status: 'added',
  duplicateOf: null,
  carried: null,
  warnings: [],
} as unknown as Imported;

/** A queue whose imports stay open until the test answers them. */
function createQueue() {
  const asked: Asked[] = [];
  const call = (name: string, input: unknown, options: CallOptions = {}): Promise<Result<unknown>> => {
    if (name !== 'source.import') return Promise.resolve(success({}));
    return new Promise((resolve) => {
      asked.push({
        input: input as Asked['input'],
        options,
        answer: (change) => resolve(success({ ...IMPORTED, ...change })),
        fail: (code) => resolve({ ok: false, error: { code, message: code, details: {}, retryable: false } }),
      });
    });
  };
  const client: Client = {
    capabilities: { host: 'browser', platform: 'linux', can: [] },
    call: call as Client['call'],
    subscribe: () => () => undefined,
  };
  const done = vi.fn<(jobs: readonly Job[]) => void>();
  const queue = new ImportQueue(new AppState(client), done);
  return { queue, asked, done, states: () => queue.jobs.map((job) => job.state) };
}

const file = (name: string): File => new File([name], name);

/** One that says to be of so many megabytes. */
const large = (name: string, mb: number): File =>
  Object.defineProperty(file(name), 'size', { value: mb * 1024 * 1024 });

describe('the import queue', () => {
  it('takes a very large file by itself, in its turn', async () => {
    const { queue, asked, states } = createQueue();
    queue.addFiles([large('a', 20), large('b', 100), large('c', 20), large('d', 10), file('e')]);
    await expect.poll(() => asked.length).toBe(1);
    expect(states()).toEqual(['running', 'waiting', 'waiting', 'waiting', 'waiting']);
    asked[0]?.answer();
    await expect.poll(() => asked.length).toBe(2);
    expect(states()).toEqual(['added', 'running', 'waiting', 'waiting', 'waiting']);
    asked[1]?.fail('too-large');
    await expect.poll(() => asked.length).toBe(5);
    expect(states()).toEqual(['added', 'failed', 'running', 'running', 'running']);
  });

  it('takes four files at a time, in order, and tells each outcome', async () => {
    const { queue, asked, done, states } = createQueue();
    queue.addFiles(['a', 'b', 'c', 'd', 'e', 'f'].map(file));
    await expect.poll(() => asked.length).toBe(4);
    expect(states()).toEqual(['running', 'running', 'running', 'running', 'waiting', 'waiting']);
    expect(queue.open).toBe(true);
    asked[1]?.answer();
    await expect.poll(() => asked.length).toBe(5);
    expect(states()).toEqual(['running', 'added', 'running', 'running', 'running', 'waiting']);
    asked[2]?.fail('unreadable');
    await expect.poll(() => asked.length).toBe(6);
    expect(queue.jobs[2]?.error?.code).toBe('unreadable');
    expect(queue).toMatchObject({ busy: true, troubled: 1, ended: 2, added: 1 });
    expect(queue.ordered.map(({ name }) => name)).toEqual(['c', 'a', 'b', 'd', 'e', 'f']);
    expect(done).not.toHaveBeenCalled();
    for (const at of [0, 3, 4, 5]) asked[at]?.answer();
    await expect.poll(() => done.mock.calls.length).toBe(1);
    expect(done.mock.calls[0]?.[0]).toHaveLength(6);
    expect(queue).toMatchObject({ busy: false, troubled: 1, ended: 6, added: 5 });
    expect(asked.map(({ input }) => input.fileName)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(new TextDecoder().decode(asked[1]?.input.bytes)).toBe('b');
  });

  it('counts right when what failed is tried again, dismissed and cleared', async () => {
    const { queue, asked, states } = createQueue();
    queue.addFiles([file('a'), file('b')]);
    await expect.poll(() => asked.length).toBe(2);
    for (const each of asked) each.fail('unreadable');
    await expect.poll(() => queue.troubled).toBe(2);
    queue.dismiss(queue.jobs[0]?.id ?? 0);
    expect(queue).toMatchObject({ troubled: 1, ended: 1, added: 0 });
    queue.retry(queue.jobs[0]?.id ?? 0);
    expect(queue).toMatchObject({ troubled: 0, ended: 0, busy: true });
    await expect.poll(() => asked.length).toBe(3);
    queue.dismiss(queue.jobs[0]?.id ?? 0);
    expect(states()).toEqual(['running']);
    asked[2]?.answer();
    await expect.poll(() => states()).toEqual(['added']);
    queue.clear();
    expect(queue).toMatchObject({ troubled: 0, ended: 0, added: 0, busy: false });
  });

  it('shows progress of the file that is being read', async () => {
    const { queue, asked } = createQueue();
    queue.addFiles([file('a.html')]);
    await expect.poll(() => asked.length).toBe(1);
    asked[0]?.options.onProgress?.(3, 10);
    expect(queue.jobs[0]).toMatchObject({ done: 3, total: 10 });
  });

  it('keeps what the engine says of each, and asks nothing more', async () => {
    const { queue, asked, states } = createQueue();
    queue.addFiles([file('a.html'), file('b.html')]);
    await expect.poll(() => asked.length).toBe(2);
    asked[0]?.answer({ status: 'duplicate', title: 'There already' });
    asked[1]?.answer({ status: 'version', carried: { exact: 2, moved: 1, orphan: 0 } });
    await expect.poll(() => states()).toEqual(['duplicate', 'version']);
    expect(queue.jobs[0]?.imported?.title).toBe('There already');
    expect(queue.jobs[1]?.imported?.carried).toEqual({ exact: 2, moved: 1, orphan: 0 });
  });

  it('cancels what waits at once, and asks the engine to stop what runs', async () => {
    const { queue, asked, states } = createQueue();
    queue.addFiles(['a', 'b', 'c', 'd', 'e'].map(file));
    await expect.poll(() => asked.length).toBe(4);
    queue.cancelAll();
    expect(states()).toEqual(['running', 'running', 'running', 'running', 'cancelled']);
    expect(asked.every(({ options }) => options.signal?.aborted)).toBe(true);
    for (const each of asked) each.fail('cancelled');
    await expect.poll(() => new Set(states())).toEqual(new Set(['cancelled']));
    expect(asked).toHaveLength(4);
  });

  it('tries a failed file again, and forgets what was dismissed or cleared', async () => {
    const { queue, asked, states } = createQueue();
    queue.addFiles([file('a.html')]);
    await expect.poll(() => asked.length).toBe(1);
    asked[0]?.fail('notebook-locked');
    await expect.poll(() => states()).toEqual(['failed']);
    queue.retry(queue.jobs[0]?.id ?? 0);
    await expect.poll(() => asked.length).toBe(2);
    asked[1]?.answer();
    await expect.poll(() => states()).toEqual(['added']);
    queue.clear();
    expect(queue.jobs).toEqual([]);
  });

  it('says so where the disk does not give the file', async () => {
    const { queue, asked, states } = createQueue();
    const gone = file('gone.html');
    vi.spyOn(gone, 'arrayBuffer').mockRejectedValue(new Error('NotFoundError'));
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    queue.addFiles([gone]);
    await expect.poll(() => states()).toEqual(['failed']);
    expect(queue.jobs[0]?.error).toBeNull();
    expect(asked).toHaveLength(0);
    warn.mockRestore();
  });

  it('sends pasted text as UTF-8 with what is known of it', async () => {
    const { queue, asked } = createQueue();
    queue.addText('détente', 'Pasted', { as: 'text', title: 'T' });
    await expect.poll(() => asked.length).toBe(1);
    expect(asked[0]?.input).toMatchObject({ as: 'text', title: 'T' });
    expect(new TextDecoder().decode(asked[0]?.input.bytes)).toBe('détente');
  });
});
