/** A `text/event-stream` read through fetch, because EventSource cannot send the token in a header. */
import type { DossierEvent, Listener } from '../../src-main/common/contract/events.ts';

/** First wait after a lost connection, and the longest: a server that restarts is found again within seconds. */
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 8000;

/** Follows the stream for the life of the page. After a gap listeners get one `changed`: something may have been missed. */
export function followEvents(
  request: typeof fetch,
  headers: Readonly<Record<string, string>>,
  listener: Listener,
): void {
  let wait = FIRST_WAIT_MS;
  let lost = false;
  const again = (): void => {
    lost = true;
    setTimeout(() => void attempt(), wait);
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };
  const attempt = async (): Promise<void> => {
    try {
      const answer = await request('/events', { headers, cache: 'no-store' });
      if (!answer.ok || !answer.body) throw new Error(`events: ${answer.status}`);
      wait = FIRST_WAIT_MS;
      if (lost) listener({ type: 'changed', command: null });
      for await (const event of readEvents(answer.body)) listener(event);
    } catch (cause) {
      console.warn('The event stream ended; trying again.', cause);
    }
    again();
  };
  void attempt();
}

/** One event per `data:` line. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<DossierEvent> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + decoder.decode(value, { stream: true })).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('data:')) yield JSON.parse(line.slice(5)) as DossierEvent;
    }
  }
}
