import { describe, expect, it } from 'vitest';
import { readRuns } from '../../../src-renderer/ui/inline-format.ts';

const marked = (text: string): string[] =>
  readRuns(text)
    .filter((run) => run.kind !== 'text')
    .map((run) => `${run.kind} ${run.text}`);

describe('a note as it is read', () => {
  it('shows emphasis, strong words and code', () => {
    expect(marked('A *word*, **two words**, _three_, __four__ and `a * b`.')).toEqual([
      'em word',
      'strong two words',
      'em three',
      'strong four',
      'code a * b',
    ]);
  });

  it('leaves sums, names with underscores and lone marks as they were typed', () => {
    for (const text of ['2 * 3 * 4', 'a_name_like_this', '5 % *', '** **', '*\nnext*']) {
      expect(readRuns(text)).toEqual([{ kind: 'text', text }]);
    }
  });

  it('reads a long run of marks in no time', () => {
    expect(readRuns('*'.repeat(100_000) + '_'.repeat(100_000)).length).toBeGreaterThan(0);
  });
});
