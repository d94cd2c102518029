/** Where a title or a statement must not be broken into lines: said with spans, so that its characters stay as they are. */

export interface Piece {
  readonly text: string;
  /** One line holds it all. */
  readonly whole: boolean;
}

/** Longer runs may break after all, so that a narrow column is never overrun. */
const LONGEST = 24;

/** What follows a year does not belong to it. */
const isYear = (word: string): boolean => /^(1[5-9]|20)\d\d$/.test(word);
const endsInNumber = (word: string): boolean => /[\d%]$/.test(word);

/** Whether the space between two words may not end a line: « and », high punctuation, 1 200, 412 millions. */
function holds(word: string, next: string): boolean {
  if (word.endsWith('«') || /^[»:;!?%€$£]/.test(next)) return true;
  if (!endsInNumber(word)) return false;
  if (/^\d{3}(?!\d)/.test(next)) return true;
  return !isYear(word) && /^\p{L}{1,10}[.,;)]?$/u.test(next);
}

function gather(words: readonly string[]): readonly string[] {
  const runs: string[] = [];
  let last = '';
  for (const word of words) {
    const run = runs.at(-1);
    const joined = `${run ?? ''} ${word}`;
    if (run !== undefined && holds(last, word) && joined.length <= LONGEST) runs[runs.length - 1] = joined;
    else runs.push(word);
    last = word;
  }
  return runs;
}

/** The text in pieces whose joined text is the text itself. */
export function splitUnbroken(text: string): readonly Piece[] {
  const pieces: { text: string; whole: boolean }[] = [];
  gather(text.split(' ')).forEach((run, at) => {
    const whole = run.length <= LONGEST && /[ -]/.test(run);
    const last = pieces.at(-1);
    const space = at === 0 ? '' : ' ';
    if (!whole && last && !last.whole) last.text += space + run;
    else if (whole && last && !last.whole) {
      last.text += space;
      pieces.push({ text: run, whole });
    } else if (space === '') pieces.push({ text: run, whole });
    else if (whole) pieces.push({ text: space, whole: false }, { text: run, whole });
    else pieces.push({ text: space + run, whole });
  });
  return pieces;
}
