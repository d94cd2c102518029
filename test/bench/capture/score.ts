/** Text and details of an extraction compared with what is right: pure figures, no files. */

/** Words; scripts without spaces count by the sign. */
const TOKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu;

export function tokensOf(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().match(TOKEN) ?? [];
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Of words as a multiset: order does not count. Two empty texts agree. */
export function scoreText(text: string, expected: string): Score {
  const found = tokensOf(text);
  const right = tokensOf(expected);
  if (found.length === 0 && right.length === 0) return { precision: 1, recall: 1, f1: 1 };
  const left = new Map<string, number>();
  for (const word of right) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    common += 1;
    left.set(word, count - 1);
  }
  const precision = found.length === 0 ? 0 : common / found.length;
  const recall = right.length === 0 ? 0 : common / right.length;
  return { precision, recall, f1: common === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

const line = (value: string | null | undefined) =>
  (value ?? '').normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

export function isSameTitle(found: string | null, expected: string): boolean {
  return line(found) === line(expected);
}

/** « By » and « par » before a name are no part of it. */
export function isSameByline(found: string | null, expected: string): boolean {
  const bare = (value: string | null) => line(value).replace(/^(?:by|par)[\s:]+/, '');
  return bare(found) === bare(expected);
}

/** By the language alone: `en-us` is `en`. */
export function isSameLanguage(found: string | null, expected: string): boolean {
  return line(found).split(/[-_]/)[0] === line(expected).split(/[-_]/)[0];
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
