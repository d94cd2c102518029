/** Mutations that meet are written together, and each has its own outcome all the same. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { CommandWriter, type Commit } from '../../src-main/core/command-writer.ts';
import type { Notebook } from '../../src-main/core/storage/connection.ts';
import { openNotebook } from '../../src-main/core/storage/migrate.ts';
import { DossierError } from '../../src-main/common/contract/errors.ts';
import { testPorts } from '../support/engine.ts';
import { tempNotebook } from '../support/temp.ts';

function open() {
  const notebook = openNotebook(tempNotebook(), { create: true });
  onTestFinished(() => {
    notebook.close();
  });
  let transactions = 0;
  const events: string[] = [];
  let follow = (): void => undefined;
  const counted: Notebook = {
    ...notebook,
    transaction(work) {
      transactions += 1;
      return notebook.transaction(work);
    },
  };
  const writer = new CommandWriter({
    notebook: counted,
    index: {
      follow: () => {
        follow();
      },
    },
    ports: testPorts(),
    emit: (event) => events.push(event.type),
  });
  return {
    writer,
    events,
    transactions: () => transactions,
    whenFollowing: (action: () => void) => (follow = action),
    titles: () =>
      notebook.reader
        .all<{ title: string }>('SELECT title FROM note ORDER BY title')
        .map(({ title }) => title),
    changes: () => notebook.reader.get<{ count: number }>('SELECT count(*) AS count FROM change')?.count,
  };
}

const add =
  (title: string): Commit =>
  (edit) => {
    const row = { title, body: '', created_at: edit.now, updated_at: edit.now, deleted_at: null };
    edit.insert('note', { id: edit.ids.next(), ...row });
    return title;
  };

const addThenFail: Commit = (edit) => {
  add('half')(edit);
  throw new DossierError('invalid', { what: 'title' });
};

describe('mutations that meet', () => {
  it('are one transaction, each with its answer and its step of the change log', async () => {
    const { writer, transactions, titles, changes, events } = open();
    const names = Array.from({ length: 16 }, (_, at) => `n${10 + at}`);
    expect(
      await Promise.all(
        names.map((name) => writer.write({ command: 'note.add', call: 'note.add' }, add(name))),
      ),
    ).toEqual(names);
    expect(transactions()).toBe(1);
    expect(titles()).toEqual(names);
    expect(changes()).toBe(16);
    expect(events).toHaveLength(16);
  });

  it('do not suffer from one that fails, of which nothing stays', async () => {
    const { writer, titles, changes } = open();
    const outcomes = await Promise.allSettled([
      writer.write({ command: 'note.add', call: 'note.add' }, add('a')),
      writer.write({ command: 'note.add', call: 'note.add' }, addThenFail),
      writer.write({ command: 'note.add', call: 'note.add' }, add('b')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { code: 'invalid' } });
    expect(titles()).toEqual(['a', 'b']);
    expect(changes()).toBe(2);
  });

  it('are each written by themselves where they cannot be together', async () => {
    const { writer, titles, whenFollowing, transactions } = open();
    whenFollowing(() => {
      if (transactions() === 1) throw new DossierError('disk-full');
    });
    expect(
      await Promise.all(
        ['a', 'b'].map((name) => writer.write({ command: 'note.add', call: 'note.add' }, add(name))),
      ),
    ).toEqual(['a', 'b']);
    expect(transactions()).toBe(3);
    expect(titles()).toEqual(['a', 'b']);
  });

  it('are told of a transaction that SQLite gave up, and leave nothing half written', async () => {
    const { writer, titles } = open();
    const lose: Commit = (edit) => {
      edit.writer.run('ROLLBACK');
      throw new DossierError('disk-full');
    };
    const outcomes = await Promise.allSettled([
      writer.write({ command: 'note.add', call: 'note.add' }, add('a')),
      writer.write({ command: 'note.add', call: 'note.add' }, lose),
      writer.write({ command: 'note.add', call: 'note.add' }, add('b')),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(titles()).toEqual(['a', 'b']);
  });

  it('are written in the order in which they were prepared, more than one transaction holds too', async () => {
    const { writer, transactions } = open();
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 40 }, (_, at) =>
        writer.write({ command: 'note.add', call: 'note.add' }, (edit) => {
          order.push(at);
          return add(String(at))(edit);
        }),
      ),
    );
    expect(order).toEqual(Array.from({ length: 40 }, (_, at) => at));
    expect(transactions()).toBe(3);
  });
});
