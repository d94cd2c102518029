type Idle = Pick<typeof globalThis, 'requestIdleCallback' | 'cancelIdleCallback'>;

const SLICE_MS = 50;

/** Safari cannot say when a page rests, and `serve` opens the browser that is there: in it, the next turn has to do. */
export function provideIdle(page: Partial<Idle> = globalThis): void {
  page.requestIdleCallback ??= (callback) =>
    Number(setTimeout(() => callback({ didTimeout: false, timeRemaining: () => SLICE_MS })));
  page.cancelIdleCallback ??= (waiting) => clearTimeout(waiting);
}
