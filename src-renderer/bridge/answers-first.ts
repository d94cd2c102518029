/**
 * The engine tells everybody what was changed before it answers who changed it. To read all of that again (a megabyte
 * where a source has thousands of highlights) would hold up the answer, so this window hears of its own change when
 * the answer has been painted.
 */
import type { Transport } from '../../src-main/common/contract/client.ts';
import type { DossierEvent, Listener } from '../../src-main/common/contract/events.ts';

/** Milliseconds that nobody waits longer: some commands change a little again and again, and a hidden page paints nothing. */
const LONGEST = 150;

export function answersFirst(transport: Transport, painted = nextPaint): Transport {
  const open = new Set<string>();
  const listeners = new Set<Listener>();
  const held = new Set<DossierEvent>();
  const tell = (event: DossierEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const release = (event: DossierEvent): void => {
    if (held.delete(event)) tell(event);
  };
  transport.subscribe((event) => {
    if (event.type !== 'changed' || event.call === undefined || !open.has(event.call)) {
      tell(event);
      return;
    }
    held.add(event);
    setTimeout(() => release(event), LONGEST);
  });
  const closed = async (id: string): Promise<void> => {
    open.delete(id);
    const own = [...held].filter((event) => event.type === 'changed' && event.call === id);
    if (own.length === 0) return;
    await painted();
    for (const event of own) release(event);
  };
  return {
    capabilities: transport.capabilities,
    async call(request) {
      open.add(request.id);
      try {
        return await transport.call(request);
      } finally {
        void closed(request.id);
      }
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** When the frame after the answer is drawn and the page rests. A hidden page has no frames: there the time runs out. */
const nextPaint = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(() => resolve())));
