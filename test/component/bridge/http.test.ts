import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DossierEvent } from '../../../src-main/common/contract/events.ts';
import { readEvents } from '../../../src-renderer/bridge/event-stream.ts';
import { connectHttp } from '../../../src-renderer/bridge/http.ts';
import { takeToken } from '../../../src-renderer/bridge/token.ts';

const CAPABILITIES = { host: 'browser', platform: 'linux', can: [] };

/** Answers by path; /events stays open. */
function serve(rpc: (body: string) => Response | Promise<Response>) {
  const seen: { path: string; token: string | undefined }[] = [];
  const request = ((path: string, init?: RequestInit) => {
    seen.push({ path, token: (init?.headers as Record<string, string>)['x-dossier-token'] });
    if (path === '/capabilities') return Promise.resolve(Response.json(CAPABILITIES));
    if (path === '/events') return new Promise<Response>(() => undefined);
    return Promise.resolve(rpc(String(init?.body)));
  }) as typeof fetch;
  return { request, seen };
}

async function collect(chunks: readonly string[]): Promise<DossierEvent[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const chunk of chunks) controller.enqueue(new TextEncoder().encode(chunk));
      controller.close();
    },
  });
  const events: DossierEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
}

describe('the bridge over HTTP', () => {
  it('sends calls with the token and gives back bytes as bytes', async () => {
    const { request, seen } = serve((body) => new Response(`{"ok":true,"value":${body}}`));
    const transport = await connectHttp(request, 'secret');
    const bytes = new Uint8Array([1, 2, 250]);
    const result = await transport.call({ id: '1', name: 'source.import', input: { bytes } });
    expect(result).toEqual({ ok: true, value: { id: '1', name: 'source.import', input: { bytes } } });
    expect(seen.every(({ token }) => token === 'secret')).toBe(true);
    expect(transport.capabilities).toEqual(CAPABILITIES);
  });

  it('never rejects: an engine that does not answer is an error like others, worth another try', async () => {
    const { request } = serve(() => Promise.reject(new TypeError('Failed to fetch')));
    const transport = await connectHttp(request, 't');
    const result = await transport.call({ id: '1', name: 'claim.list', input: {} });
    expect(result).toMatchObject({ ok: false, error: { code: 'internal', retryable: true } });
  });

  it('says that a call is too large where the server refuses its body unread', async () => {
    const { request } = serve(() => new Response('', { status: 413 }));
    const transport = await connectHttp(request, 't');
    const result = await transport.call({ id: '1', name: 'source.import', input: {} });
    expect(result).toMatchObject({ ok: false, error: { code: 'too-large', retryable: false } });
  });

  it('fails where the server refuses the token', async () => {
    const refuse = (() => Promise.resolve(new Response('', { status: 403 }))) as typeof fetch;
    await expect(connectHttp(refuse, 'wrong')).rejects.toThrow('403');
  });
});

describe('events', () => {
  it('are read whole, however the stream was cut', async () => {
    const events = await collect([
      ': hello\n\ndata: {"type":"chan',
      'ged","command":null}\n\nda',
      'ta: {"type":"menu","command":"é"}\r\n\r\n',
    ]);
    expect(events).toEqual([
      { type: 'changed', command: null },
      { type: 'menu', command: 'é' },
    ]);
  });
});

describe('the token', () => {
  afterEach(() => {
    sessionStorage.clear();
    vi.restoreAllMocks();
  });

  it('is taken out of the address and kept for a reload of this tab', () => {
    location.hash = '#token=abc';
    expect(takeToken()).toBe('abc');
    expect(location.hash).toBe('');
    expect(takeToken()).toBe('abc');
  });

  it('is empty where there never was one', () => {
    expect(takeToken()).toBe('');
  });
});
