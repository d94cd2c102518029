import { expect, it, vi } from 'vitest';
import { provideIdle } from '../../../src-renderer/ui/idle.ts';

it('lets a browser that has no word for it rest: what waits is done, unless it is given up', async () => {
  const page: Partial<Pick<typeof globalThis, 'requestIdleCallback' | 'cancelIdleCallback'>> = {};
  provideIdle(page);
  const { requestIdleCallback: rest, cancelIdleCallback: giveUp } = page;
  const givenUp = vi.fn();
  giveUp?.(rest?.(givenUp) ?? 0);
  await new Promise<void>((resolve) => rest?.(() => resolve()));
  expect(givenUp).not.toHaveBeenCalled();
});

it('leaves a browser that has one its own', () => {
  const own = () => 1;
  const page = { requestIdleCallback: own };
  provideIdle(page);
  expect(page.requestIdleCallback).toBe(own);
});
