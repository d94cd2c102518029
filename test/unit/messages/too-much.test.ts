import { expect, it } from 'vitest';
import { describeError } from '../../../src-main/common/messages/errors.ts';

const say = (details: Record<string, string | number>, locale: 'en' | 'fr') =>
  describeError({ code: 'too-large', details }, locale);

it.each([
  [{ what: 'elements', limit: 150_000 }, 'more than 150,000 elements', 'plus de 150\u202f000 éléments'],
  [{ what: 'article', reason: 'time', seconds: 28 }, 'more than 28 seconds', 'plus de 28 secondes'],
  [{ what: 'article', reason: 'memory' }, 'too much memory', 'trop de mémoire'],
  [{ what: 'zip', reason: 'entries' }, 'far more files', 'plus de fichiers'],
  [{ pages: 20_000, maxPages: 5000 }, 'has 20,000 pages', 'a 20\u202f000 pages'],
] as const)('says why a document was given up: %o', (details, english, french) => {
  const named = { ...details, path: 'a/b.epub' };
  expect(say(named, 'en')).toMatch(/^“a\/b\.epub” /);
  expect(say(named, 'en')).toContain(english);
  expect(say(named, 'fr')).toMatch(/^«\u00a0a\/b\.epub\u00a0»/);
  expect(say(named, 'fr')).toContain(french);
  expect(say(details, 'en')).toMatch(/^This (?:page|document) /);
});
