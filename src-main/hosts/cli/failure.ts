/** What a failure becomes: a sentence, a JSON value, an exit code. */
import type { ErrorDetails, ErrorValue } from '../../common/contract/errors.ts';
import type { CliWords } from '../../common/messages/cli/en.ts';
import { toErrorValue } from '../../common/messages/error-value.ts';
import { shorten } from '../../common/language/shorten.ts';
import { QUOTED_LENGTH } from '../../common/messages/details.ts';
import { describeError } from '../../common/messages/errors.ts';
import type { Locale } from '../../common/messages/locale.ts';
import { EXIT } from './app.ts';
import { fill } from './words.ts';

export interface Failure {
  readonly code: ErrorValue['code'];
  /** In the user's language: the thing is named, and what to do. */
  readonly message: string;
  readonly details: ErrorDetails;
}

/** Anything thrown, described. */
export function describeFailure(error: unknown, words: CliWords, locale: Locale): Failure {
  const { code, details } = toErrorValue(error);
  return { code, message: sentence({ code, details }, words, locale), details };
}

export function exitCodeOf({ code }: Failure): number {
  if (code === 'usage') return EXIT.usage;
  return code.startsWith('notebook-') ? EXIT.notebook : EXIT.failed;
}

function sentence(error: Pick<ErrorValue, 'code' | 'details'>, words: CliWords, locale: Locale): string {
  const { problem, value, expected, verb, what, path, kinds, id } = error.details;
  if (error.code === 'usage' && isProblem(problem, words)) {
    return fill(words.problems[problem], {
      value: String(value),
      expected: String(expected),
      verb: String(verb),
    });
  }
  if (error.code === 'not-found' && what === 'file') return fill(words.fileMissing, { path: String(path) });
  if (error.code === 'not-found' && what === 'folder') {
    return fill(words.folderEmpty, { path: String(path), kinds: String(kinds) });
  }
  const plainer = findPlainer(error);
  if (plainer === null) return describeError(error, locale);
  return fill(words.failures[plainer], {
    path: String(path),
    what: String(what),
    value: shorten(String(value), QUOTED_LENGTH),
    id: String(id),
  });
}

/** Details of a source by the names that the engine has for them. */
const DETAILS: Readonly<Record<string, keyof CliWords['failures']>> = {
  publishedAt: 'date',
  language: 'language',
  url: 'address',
  port: 'port',
};

/** What the engine's own sentence says more of than that it is empty. */
const SAID_BETTER: ReadonlySet<string> = new Set(['statement', 'reason', 'draft']);

function findPlainer({
  code,
  details,
}: Pick<ErrorValue, 'code' | 'details'>): keyof CliWords['failures'] | null {
  const { what, reason } = details;
  if (code === 'not-found' && details.trash === true) return 'trashed';
  if (code === 'notebook-missing') return 'missing';
  if (code === 'target-exists') return 'exists';
  if (code === 'target-unwritable') return reason === 'kind' ? 'kind' : null;
  if (code !== 'invalid' || typeof what !== 'string') return null;
  if (reason === 'empty') return SAID_BETTER.has(what) ? null : 'empty';
  if (what === 'port' && reason === 'EACCES') return 'port-denied';
  return Object.hasOwn(DETAILS, what) ? (DETAILS[what] ?? null) : null;
}

function isProblem(problem: unknown, words: CliWords): problem is keyof CliWords['problems'] {
  return typeof problem === 'string' && Object.hasOwn(words.problems, problem);
}
