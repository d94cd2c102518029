/** What one open notebook does with calls that meet, with faults of its surroundings, and at its end. */
import { copyFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../src-main/common/contract/client.ts';
import { createEngine, type Engine } from '../../src-main/core/engine.ts';
import type { Ports } from '../../src-main/core/ports.ts';
import { openNotebook } from '../../src-main/core/storage/migrate.ts';
import { bytesOf, testPorts } from '../support/engine.ts';
import { tempNotebook } from '../support/temp.ts';

/** A parser that has begun when `begun` resolves, and ends only when its call is cancelled. */
function createEndlessParser() {
  const begun = Promise.withResolvers<void>();
  let running = 0;
  const parser: Ports['parser'] = {
    parse: (_input, signal) =>
      new Promise((_resolve, reject) => {
        running++;
        begun.resolve();
        signal.addEventListener('abort', () => {
          running--;
          reject(new Error('cancelled'));
        });
      }),
    openLibrary: () => Promise.reject(new Error('not asked for')),
    close: () => Promise.resolve(),
  };
  return { parser, begun: begun.promise, running: () => running };
}

function open(ports: Partial<Ports> = {}): { engine: Engine; path: string } {
  const path = tempNotebook();
  const engine = createEngine({ path, create: true }, { ...testPorts(), ...ports });
  onTestFinished(() => engine.close());
  return { engine, path };
}

const importing = { id: 'same', name: 'source.import', input: { bytes: bytesOf('A\nB'), fileName: 'a.txt' } };
const info = { id: 'same', name: 'notebook.info', input: {} };

it('does not parse what is here already, so that hundreds of files are gone on with at little cost', async () => {
  let parsed = 0;
  const { parser } = testPorts();
  const { engine } = open({ parser: { ...parser, parse: (...all) => (parsed++, parser.parse(...all)) } });
  const [first, second] = [await engine.call(importing), await engine.call(importing)];
  expect([first, second]).toMatchObject([{ value: { status: 'added' } }, { value: { status: 'duplicate' } }]);
  expect(parsed).toBe(1);
});

it('answers who gives up in the line at once, while the one before is still parsed', async () => {
  const { parser } = testPorts();
  const gate = Promise.withResolvers<void>();
  const { engine } = open({
    parser: {
      ...parser,
      async parse(input, signal) {
        if (input.fileName === 'a.txt') await gate.promise;
        return parser.parse(input, signal);
      },
    },
  });
  const first = engine.call(importing);
  const input = { bytes: bytesOf('C\nD'), fileName: 'b.txt' };
  const second = engine.call({ id: 'second', name: 'source.import', input });
  engine.cancel('second');
  expect(await second).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  gate.resolve();
  expect(await first).toMatchObject({ ok: true });
});

it('writes captures in the order in which they were asked for, whichever is parsed first, and passes over one that fails', async () => {
  const { parser } = testPorts();
  const gates = new Map(['a.txt', 'b.txt', 'c.txt'].map((name) => [name, Promise.withResolvers<void>()]));
  const { engine } = open({
    parser: {
      ...parser,
      async parse(input, signal) {
        await gates.get(input.fileName ?? '')?.promise;
        return parser.parse(input, signal);
      },
    },
  });
  const capture = (fileName: string, text: string) =>
    engine.call({
      id: fileName,
      name: 'source.import',
      input: { bytes: bytesOf(text), fileName, url: 'https://example.org/a' },
    });
  const all = [capture('a.txt', 'First text'), capture('b.txt', '\0\0\0'), capture('c.txt', 'Third text')];
  gates.get('c.txt')?.resolve();
  gates.get('b.txt')?.resolve();
  expect(await all[1]).toMatchObject({ error: { code: 'unreadable' } });
  gates.get('a.txt')?.resolve();
  expect(await Promise.all(all)).toMatchObject([
    { value: { status: 'added' } },
    { ok: false },
    { value: { status: 'version' } },
  ]);
});

it('has all that was written in the file itself, once it has rested', async () => {
  const { engine, path } = open();
  await engine.call({ id: '1', name: 'note.add', input: { title: 'A', body: 'B' } });
  while (engine.tend());
  const copy = tempNotebook();
  copyFileSync(path, copy);
  const alone = openNotebook(copy, { create: false });
  onTestFinished(() => alone.close());
  expect(alone.reader.all<{ title: string }>('SELECT title FROM note')).toEqual([{ title: 'A' }]);
});

describe('two calls of one id', () => {
  it('are both waited for when the notebook is closed', async () => {
    const { parser, begun, running } = createEndlessParser();
    const { engine } = open({ parser });
    const first = engine.call(importing);
    await begun;
    await engine.call(info);
    await engine.close();
    expect(running()).toBe(0);
    expect(await first).toMatchObject({ ok: false });
  });

  it('are both cancelled', async () => {
    const { parser, begun, running } = createEndlessParser();
    const { engine } = open({ parser });
    const both = [engine.call(importing), engine.call(importing)];
    await begun;
    engine.cancel('same');
    await Promise.all(both);
    expect(running()).toBe(0);
  });
});

it('answers a mutation that is stored with its value, whatever a listener does', async () => {
  const { engine } = open();
  const heard: string[] = [];
  engine.subscribe(() => {
    throw new Error('no');
  });
  engine.subscribe(({ type }) => heard.push(type));
  const input = { title: 'A', body: '' };
  expect(await engine.call({ id: '1', name: 'note.add', input })).toMatchObject({ ok: true });
  expect(heard).toEqual(['changed']);
});

it('stops a call whose signal was aborted before it was made', async () => {
  const { parser } = createEndlessParser();
  const { engine } = open({ parser });
  const capabilities = { host: 'process', platform: 'test', can: [] } as const;
  const call = (request: Parameters<Engine['call']>[0]) => {
    if (request.name !== 'workspace.cancel') return engine.call(request);
    engine.cancel((request.input as { call: string }).call);
    return engine.call(info);
  };
  let next = 0;
  const client = createClient({ ...engine, call, capabilities }, () => `${next++}`);
  const result = await client.call('source.import', importing.input, { signal: AbortSignal.abort() });
  expect(result.ok).toBe(false);
});

describe('closing', () => {
  it('is over for everyone who asks for it only when the file is closed', async () => {
    const end = Promise.withResolvers<void>();
    const { openSearcher } = testPorts();
    const { engine } = open({
      openSearcher: (path, isTended) => ({ ...openSearcher(path, isTended), close: () => end.promise }),
    });
    let closed = 0;
    const both = [engine.close(), engine.close()].map((closing) => closing.then(() => closed++));
    await engine.call(info);
    expect(closed).toBe(0);
    end.resolve();
    await Promise.all(both);
    expect(closed).toBe(2);
  });

  it('lets go of a notebook whose index could not be opened', () => {
    const path = tempNotebook();
    openNotebook(path, { create: true }).close();
    const openSearcher = (): never => {
      throw new Error('no index');
    };
    expect(() => createEngine({ path, create: false }, { ...testPorts(), openSearcher })).toThrow('no index');
    // Only the last connection of all can leave WAL.
    const other = new Database(path);
    expect(other.pragma('journal_mode = DELETE', { simple: true })).toBe('delete');
    other.close();
  });
});
