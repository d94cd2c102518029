/** The little of Markdown that a note shows as it is meant: *emphasis*, **strong**, `code`. All else stays as typed. */

export interface Run {
  readonly kind: 'text' | 'em' | 'strong' | 'code';
  readonly text: string;
}

/** Marks close on their own line and hug their words, as in CommonMark; `a_name_like_this` and 2 * 3 * 4 are left alone. */
const MARKED =
  /`([^`\n]{1,400})`|\*\*(?=\S)([^*\n]{0,400}[^*\s])\*\*|(?<![\p{L}\p{N}_])__(?=\S)([^_\n]{0,400}[^_\s])__(?![\p{L}\p{N}_])|\*(?=[^\s*])([^*\n]{0,400}[^*\s])\*|(?<![\p{L}\p{N}_])_(?=[^\s_])([^_\n]{0,400}[^_\s])_(?![\p{L}\p{N}_])/gu;

export function readRuns(text: string): readonly Run[] {
  const runs: Run[] = [];
  let from = 0;
  for (const match of text.matchAll(MARKED)) {
    if (match.index > from) runs.push({ kind: 'text', text: text.slice(from, match.index) });
    const [whole, code, starred, lined, star, line] = match;
    const strong = starred ?? lined;
    if (code !== undefined) runs.push({ kind: 'code', text: code });
    else if (strong !== undefined) runs.push({ kind: 'strong', text: strong });
    else runs.push({ kind: 'em', text: star ?? line ?? '' });
    from = match.index + whole.length;
  }
  if (from < text.length) runs.push({ kind: 'text', text: text.slice(from) });
  return runs;
}
