import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Transport } from '../../../src-main/common/contract/client.ts';
import type { DossierEvent, Listener } from '../../../src-main/common/contract/events.ts';
import { success } from '../../../src-main/common/contract/result.ts';
import { answersFirst } from '../../../src-renderer/bridge/answers-first.ts';

/** @param call the one that changed something; another window's where it is none of this one's */
const changed = (call?: string): DossierEvent =>
  call === undefined ? { type: 'changed', command: null } : { type: 'changed', command: 'excerpt.add', call };

/** An engine that answers when it is told to, behind what is tested. */
function setUp() {
  let tell: Listener = () => undefined;
  const answers: (() => void)[] = [];
  const paints: (() => void)[] = [];
  const engine: Transport = {
    capabilities: { host: 'process', platform: 'test', can: [] },
    subscribe(listener) {
      tell = listener;
      return () => undefined;
    },
    call: () => new Promise((resolve) => answers.push(() => resolve(success({})))),
  };
  const transport = answersFirst(engine, () => new Promise((resolve) => paints.push(resolve)));
  const heard: DossierEvent[] = [];
  transport.subscribe((event) => heard.push(event));
  const call = (id: string) => transport.call({ id, name: 'excerpt.add', input: {} });
  return { call, heard, answers, paints, tell: (event: DossierEvent) => tell(event) };
}

describe('what this window changed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is told of when the answer is on screen', async () => {
    const { call, heard, answers, paints, tell } = setUp();
    const answer = call('own');
    tell(changed('own'));
    expect(heard).toEqual([]);
    answers[0]?.();
    await answer;
    expect(heard).toEqual([]);
    paints[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(heard).toEqual([changed('own')]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(heard).toHaveLength(1);
  });

  it('is not kept for longer than one notices, however long the command takes', async () => {
    const { call, heard, tell } = setUp();
    void call('own');
    tell(changed('own'));
    await vi.advanceTimersByTimeAsync(149);
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(heard).toEqual([changed('own')]);
  });

  it('is told of even where nothing is painted any more', async () => {
    const { call, heard, answers, tell } = setUp();
    const answer = call('own');
    tell(changed('own'));
    answers[0]?.();
    await answer;
    await vi.advanceTimersByTimeAsync(150);
    expect(heard).toEqual([changed('own')]);
  });

  it('does not hold up what others changed, or what changed after the answer', async () => {
    const { call, heard, answers, tell } = setUp();
    const answer = call('own');
    tell(changed());
    tell(changed('another'));
    expect(heard).toHaveLength(2);
    answers[0]?.();
    await answer;
    tell(changed('own'));
    expect(heard).toHaveLength(3);
  });

  it('is held for each of two calls by itself', async () => {
    const { call, heard, answers, paints, tell } = setUp();
    const first = call('first');
    void call('second');
    tell(changed('second'));
    tell(changed('first'));
    answers[0]?.();
    await first;
    paints[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(heard).toEqual([changed('first')]);
  });
});
