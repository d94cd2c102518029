/** What both pages are timed by, in the page itself. */

export const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** After the frame that is drawn next: style, layout and painting of it are done. */
export async function drawn(): Promise<number> {
  await frame();
  const channel = new MessageChannel();
  await new Promise<void>((resolve) => {
    channel.port1.onmessage = () => resolve();
    channel.port2.postMessage(null);
  });
  channel.port1.close();
  return performance.now();
}

export interface Change {
  /** Milliseconds in which the thread did nothing else: scripts, and the layout they led to. */
  readonly work: number;
  /** Until it was on screen. */
  readonly shown: number;
}

export interface Scrolling {
  /** Between frames. */
  readonly gaps: readonly number[];
  /** Of the thread's work in each frame. */
  readonly work: readonly number[];
}

/** From one end to the other in so many frames. */
export async function scrollThrough(page: HTMLElement, frames: number): Promise<Scrolling> {
  page.scrollTop = 0;
  await drawn();
  const gaps: number[] = [];
  const work: number[] = [];
  let last = await frame();
  for (let step = 1; step <= frames; step += 1) {
    const began = performance.now();
    page.scrollTop = ((page.scrollHeight - page.clientHeight) * step) / frames;
    const ended = drawn();
    const now = await frame();
    gaps.push(now - last);
    last = now;
    work.push(Math.max(0, (await ended) - Math.max(now, began)));
  }
  return { gaps, work };
}

/** What the runner asks of a page. */
export interface BenchPage {
  /** From having all data to the first frame that shows text and highlights. */
  open(): Promise<number>;
  add(index: number): Promise<Change>;
  recolor(index: number): Promise<Change>;
  remove(index: number): Promise<Change>;
  scroll(frames: number): Promise<Scrolling>;
  /** Until nothing is left to be mounted. */
  settle(): Promise<void>;
  /** Null where the page has none. */
  margin(): Promise<number | null>;
}

declare global {
  var benchPage: BenchPage | undefined;
}
