import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Parser } from '../../../src-main/core/ports.ts';
import { startParser, type ParserOptions } from '../../../src-main/worker/capture-client.ts';
import { scriptWorker } from '../../support/script-worker.ts';

const input = { bytes: new Uint8Array(), fileName: 'a.txt', now: '2026-03-01T09:00:00.000Z' };
const never = new AbortController().signal;

function start(answer: string, options: Omit<ParserOptions, 'workerUrl'> = {}): Parser {
  const parser = startParser({ workerUrl: scriptWorker(answer), ...options });
  onTestFinished(() => parser.close());
  return parser;
}

it('calls an article that fills the heap too large, and takes the next', { timeout: 30_000 }, async () => {
  const fill =
    'if (input.input.fileName !== "big") return 1; const all = []; for (;;) all.push({ all: [all.length] });';
  const parser = start(fill, { heapLimitMb: 16 });
  await expect(parser.parse({ ...input, fileName: 'big' }, never)).rejects.toMatchObject({
    code: 'too-large',
    details: { reason: 'memory' },
  });
  expect(await parser.parse(input, never)).toBe(1);
});

it('calls an article too large whose bytes grow outside the heap, and takes the next', async () => {
  const unpack =
    'if (input.input.fileName !== "bomb") return 1; const all = []; for (;;) all.push(new Uint8Array(1e6).fill(1));';
  const parser = start(unpack, { memoryLimitMb: 100 });
  await expect(parser.parse({ ...input, fileName: 'bomb' }, never)).rejects.toMatchObject({
    code: 'too-large',
    details: { reason: 'memory' },
  });
  expect(await parser.parse(input, never)).toBe(1);
});

it('calls an article that takes too long too large', async () => {
  const parser = start('for (;;) ;', { timeLimitMs: 20 });
  await expect(parser.parse(input, never)).rejects.toMatchObject({
    code: 'too-large',
    details: { reason: 'time' },
  });
});

it('calls a worker that broke a bug, not a large article', async () => {
  const parser = start('if (input.input.fileName === "bad") throw new TypeError("broken"); return 1;');
  await expect(parser.parse({ ...input, fileName: 'bad' }, never)).rejects.toMatchObject({
    code: 'internal',
    details: { reason: 'TypeError: broken' },
  });
  expect(await parser.parse(input, never)).toBe(1);
});

it('kills what is cancelled, also while it waits, and takes the next', async () => {
  const parser = start('if (input.input.fileName === "slow") for (;;) ; return 1;');
  const [first, second] = [new AbortController(), new AbortController()];
  const running = parser.parse({ ...input, fileName: 'slow' }, first.signal);
  const waiting = parser.parse(input, second.signal);
  const third = parser.parse(input, never);
  second.abort();
  first.abort();
  await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
  expect(await third).toBe(1);
});

it('tells of progress to whoever asked for that article alone', async () => {
  const parser = start(
    'if (input.input.fileName === "long") port.postMessage({ event: { done: 3, total: 7 } }); return 1;',
  );
  const told: string[] = [];
  const tell = (name: string) => (done: number, total: number) => told.push(`${name} ${done}/${total}`);
  await parser.parse({ ...input, fileName: 'long' }, never, tell('first'));
  await parser.parse(input, never, tell('second'));
  await parser.parse({ ...input, fileName: 'long' }, never);
  expect(told).toEqual(['first 3/7']);
});

it('parses several articles at once, and one that must be killed does not end the others', async () => {
  const parser = start('if (input.input.fileName === "slow") for (;;) ; return input.input.fileName;', {
    workers: 2,
  });
  const stop = new AbortController();
  const slow = parser.parse({ ...input, fileName: 'slow' }, stop.signal);
  const others = ['a', 'b', 'c'].map((fileName) => parser.parse({ ...input, fileName }, never));
  expect(await Promise.all(others)).toEqual(['a', 'b', 'c']);
  stop.abort();
  await expect(slow).rejects.toMatchObject({ code: 'cancelled' });
});

it('starts no worker after it was closed', async () => {
  const parser = start('return 1;');
  await parser.close();
  await expect(parser.parse(input, never)).rejects.toMatchObject({ code: 'cancelled' });
});

const GROW = `
  const held = (globalThis.held ??= []);
  held.length = 0;
  const { fileName } = input.input;
  const megabytes = Number(fileName.split(' ')[1]);
  const until = Date.now() + 600;
  while (held.length < megabytes) held.push(new Uint8Array(1e6).fill(1));
  while (Date.now() < until);
  return fileName;`;

it('blames nobody for what the process holds beside its own thread', async () => {
  const parser = start('const end = Date.now() + 300; while (Date.now() < end); return 1;', {
    memoryLimitMb: 60,
  });
  const parsed = parser.parse(input, never);
  const waiting = Array.from({ length: 150 }, () => new Uint8Array(1e6).fill(1));
  expect(await parsed).toBe(1);
  expect(waiting).toHaveLength(150);
});

it('ends of two at once the one that takes too much, and not the one beside it', async () => {
  const parser = start(GROW, { workers: 2, memoryLimitMb: 200 });
  const small = parser.parse({ ...input, fileName: 'small 1' }, never);
  const bomb = parser.parse({ ...input, fileName: 'bomb 600' }, never);
  await expect(bomb).rejects.toMatchObject({ code: 'too-large', details: { reason: 'memory' } });
  expect(await small).toBe('small 1');
});

it('takes two one after the other that are too much at the same time', async () => {
  const parser = start(GROW, { workers: 2, memoryLimitMb: 200 });
  const both = ['one 120', 'two 130'].map((fileName) => parser.parse({ ...input, fileName }, never));
  expect(await Promise.all(both)).toEqual(['one 120', 'two 130']);
});

it('starts no thread before the one that was ended is gone, since until then both hold their memory', async () => {
  let release = (): void => undefined;
  const gone = new Promise<number>((resolve) => (release = () => resolve(0)));
  const terminate = vi.spyOn(Worker.prototype, 'terminate').mockReturnValueOnce(gone);
  const posted = vi.spyOn(Worker.prototype, 'postMessage');
  onTestFinished(() => {
    terminate.mockRestore();
    posted.mockRestore();
  });
  const parser = start('if (input.input.fileName === "slow") port.close(); return 1;', { workers: 1 });
  const slow = new AbortController();
  const first = parser.parse({ ...input, fileName: 'slow' }, slow.signal);
  await setImmediate();
  slow.abort();
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  const second = parser.parse(input, never);
  await setImmediate();
  expect(posted).toHaveBeenCalledTimes(1);
  release();
  expect(await second).toBe(1);
});

it('takes another thread for one that still holds much when it has answered', async () => {
  const count = 'globalThis.count = (globalThis.count ?? 0) + 1;';
  const hold =
    'if (input.input.fileName === "big") { globalThis.all = new Uint8Array(4e7); for (let at = 0; at < 60; at++) all.fill(at); }';
  const parser = start(`${count} ${hold} return globalThis.count;`, { workers: 1, mostKeptMb: 30 });
  expect(await parser.parse(input, never)).toBe(1);
  expect(await parser.parse(input, never)).toBe(2);
  expect(await parser.parse({ ...input, fileName: 'big' }, never)).toBe(3);
  expect(await parser.parse(input, never)).toBe(1);
});
