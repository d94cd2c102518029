import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Transport } from '../../../src-main/common/contract/client.ts';
import type { DossierEvent, Listener } from '../../../src-main/common/contract/events.ts';
import { success } from '../../../src-main/common/contract/result.ts';
import { answersFirst } from '../../../src-renderer/bridge/answers-first.ts';

const changed = (command: 'excerpt.add' | 'tag.list' | null) =>
  ({ type: 'changed', command }) as DossierEvent;

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
  const call = (name: string) => transport.call({ id: name, name, input: {} });
  return { call, heard, answers, paints, tell: (event: DossierEvent) => tell(event) };
}

describe('what this window changed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is told of when the answer is on screen', async () => {
    const { call, heard, answers, paints, tell } = setUp();
    const answer = call('excerpt.add');
    tell(changed('excerpt.add'));
    expect(heard).toEqual([]);
    answers[0]?.();
    await answer;
    expect(heard).toEqual([]);
    paints[0]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(heard).toEqual([changed('excerpt.add')]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(heard).toHaveLength(1);
  });

  it('is not kept for longer than one notices, however long the command takes', async () => {
    const { call, heard, tell } = setUp();
    void call('excerpt.add');
    tell(changed('excerpt.add'));
    await vi.advanceTimersByTimeAsync(149);
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(heard).toEqual([changed('excerpt.add')]);
  });

  it('is told of even where nothing is painted any more', async () => {
    const { call, heard, answers, tell } = setUp();
    const answer = call('excerpt.add');
    tell(changed('excerpt.add'));
    answers[0]?.();
    await answer;
    await vi.advanceTimersByTimeAsync(150);
    expect(heard).toEqual([changed('excerpt.add')]);
  });

  it('does not hold up what others changed, or what changed after the answer', async () => {
    const { call, heard, answers, tell } = setUp();
    const answer = call('excerpt.add');
    tell(changed(null));
    tell(changed('tag.list'));
    expect(heard).toHaveLength(2);
    answers[0]?.();
    await answer;
    tell(changed('excerpt.add'));
    expect(heard).toHaveLength(3);
  });

  it('is still held while one of two calls of one name is open', async () => {
    const { call, heard, answers, tell } = setUp();
    const first = call('excerpt.add');
    void call('excerpt.add');
    answers[0]?.();
    await first;
    tell(changed('excerpt.add'));
    expect(heard).toEqual([]);
  });
});
