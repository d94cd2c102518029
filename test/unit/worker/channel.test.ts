import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it, onTestFinished } from 'vitest';
import { DossierError } from '../../../src-main/common/contract/errors.ts';
import { answerQuestions, WorkerChannel, type ChannelOptions } from '../../../src-main/worker/channel.ts';
import { scriptWorker } from '../../support/script-worker.ts';

const stopped = new DossierError('cancelled');
const closed = new DossierError('notebook-closed');

function openChannel(answer: string, options: Partial<ChannelOptions> = {}): WorkerChannel {
  const channel = new WorkerChannel({ url: scriptWorker(answer), ...options });
  onTestFinished(() => channel.close(closed));
  return channel;
}

describe('the caller’s side', () => {
  it('gives each question its own answer', async () => {
    const channel = openChannel('return input * 2;');
    expect(await Promise.all([1, 2, 3].map((input) => channel.ask(input)))).toEqual([2, 4, 6]);
  });

  it('refuses what cannot be cloned, and goes on', async () => {
    const channel = openChannel('return input;');
    await expect(channel.ask(() => undefined)).rejects.toThrow();
    expect(await channel.ask(1)).toBe(1);
  });

  it('tells a worker that ended from one that answered, and starts another for the next question', async () => {
    const channel = openChannel('if (input === "end") process.exit(1); return input;');
    await expect(channel.ask('end')).rejects.toMatchObject({ code: 'internal' });
    expect(await channel.ask('next')).toBe('next');
  });

  it('starts another worker after it was stopped', async () => {
    const channel = openChannel('return input;');
    const question = channel.ask(1);
    const stopping = channel.stop(stopped);
    await expect(question).rejects.toBe(stopped);
    await stopping;
    expect(await channel.ask(2)).toBe(2);
  });

  it('starts none after it was closed', async () => {
    const channel = openChannel('return input;');
    await channel.ask(1);
    await channel.close(closed);
    await expect(channel.ask(2)).rejects.toBe(closed);
  });

  it('passes on no event of a worker that was stopped', async () => {
    const events: unknown[] = [];
    const channel = openChannel('port.postMessage({ event: input }); return input;', {
      onEvent: (event) => events.push(event),
    });
    const question = channel.ask('late');
    await Promise.all([expect(question).rejects.toBe(stopped), channel.stop(stopped)]);
    await channel.ask('in time');
    expect(events).toEqual(['in time']);
  });
});

describe('the worker’s side', () => {
  function connect(answer: (input: unknown) => unknown): (input: unknown) => Promise<unknown> {
    const { port1, port2 } = new MessageChannel();
    onTestFinished(() => {
      port1.close();
    });
    answerQuestions(port2, answer);
    return (input) =>
      new Promise((resolve) => {
        port1.once('message', resolve);
        port1.postMessage({ id: 7, input });
      });
  }

  it('answers what was thrown as an error value', async () => {
    const ask = connect(() => {
      throw new DossierError('not-found', { what: 'claim', id: 'x' });
    });
    expect(await ask(1)).toMatchObject({ id: 7, error: { code: 'not-found', details: { id: 'x' } } });
  });

  it('answers a value that cannot be cloned as a bug, and the next question as ever', async () => {
    const ask = connect((input) => (input === 'bad' ? () => undefined : input));
    expect(await ask('bad')).toMatchObject({ id: 7, error: { code: 'internal' } });
    expect(await ask('good')).toEqual({ id: 7, value: 'good' });
  });
});
