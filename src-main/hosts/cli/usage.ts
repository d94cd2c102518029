/** A command line that was put together wrongly: what is wrong, for `words.problems` to say. */
import { DossierError } from '../../common/contract/errors.ts';
import type { CliWords } from '../../common/messages/cli/en.ts';

export type Problem = keyof CliWords['problems'];

/** @param value the word of the command line that is wrong; @param expected what could stand there */
export function usageError(problem: Problem, value: string, expected = '', verb = ''): DossierError {
  return new DossierError('usage', { problem, value, expected, verb });
}
