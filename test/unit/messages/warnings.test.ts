/** What the engine warns of in words of its own has a sentence in each language. */
import { expect, it } from 'vitest';
import { describeWarning } from '../../../src-main/common/messages/warnings.ts';

const SOURCES = import.meta.glob<string>('../../../src-main/{core,worker}/**/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** Warnings as they are written down: a code, and what it says where nobody translates it. */
const WRITTEN = /code: '([a-z-]+)',\s+message:\s+'((?:[^'\\]|\\.)+)'/g;

const found = Object.values(SOURCES).flatMap((source) =>
  [...source.matchAll(WRITTEN)].map(([, code = '', message = '']) => ({ code, message })),
);

it('finds the warnings that the engine writes down', () => {
  expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining(['whole-page', 'markdown-as-text']));
});

it.each(found)('says $code in English and in French', ({ code, message }) => {
  const unknown = { code, message: 'in no words' };
  expect(describeWarning(unknown, 'en')).not.toBe('in no words');
  expect(describeWarning(unknown, 'fr')).not.toBe('in no words');
  expect(describeWarning(unknown, 'fr')).not.toBe(message);
});
