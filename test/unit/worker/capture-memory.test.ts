/** Who is ended where parsing takes too much of the machine's memory. */
import { expect, it } from 'vitest';
import { Crowd, type Member } from '../../../src-main/worker/capture-memory.ts';

const MB = 1024 * 1024;

/** Three hundred megabytes for articles, in a process that may hold five hundred. */
function crowd(held: { mb: number }) {
  const ended: string[] = [];
  const made = new Crowd(300 * MB, { held: () => held.mb * MB, ceiling: 500 * MB });
  const enter = (name: string, mb: number): Member => {
    const member = {
      bytes: mb * MB,
      end: (isAlone: boolean) => ended.push(isAlone ? `${name} alone` : name),
    };
    made.enter(member);
    return member;
  };
  return { made, ended, enter };
}

it('ends one that is too much by itself, and of several that are only together the biggest, to try again', () => {
  const { made, ended, enter } = crowd({ mb: 100 });
  enter('small', 150);
  enter('big', 200);
  made.judge();
  expect(ended).toEqual(['big']);
  enter('bomb', 301);
  made.judge();
  expect(ended).toEqual(['big', 'bomb alone']);
  made.judge();
  expect(ended).toHaveLength(2);
});

it('ends who holds the most where the process holds too much, by what it was given back too', () => {
  const held = { mb: 100 };
  const { made, ended, enter } = crowd(held);
  enter('pages', 200);
  made.judge();
  expect(ended).toEqual([]);
  held.mb = 501;
  made.judge();
  expect(ended).toEqual(['pages alone']);
  const others = crowd(held);
  held.mb = 100;
  others.enter('page', 20);
  others.enter('pages', 200);
  held.mb = 501;
  others.made.judge();
  expect(others.ended).toEqual(['pages']);
});

it('blames no small article, and leaves room beside an engine that holds much itself', () => {
  const held = { mb: 450 };
  const { made, ended, enter } = crowd(held);
  const page = enter('page', 100);
  held.mb = 900;
  made.judge();
  expect(ended).toEqual([]);
  made.leave(page);
  enter('pages', 200);
  held.mb = 1150;
  made.judge();
  expect(ended).toEqual([]);
});
