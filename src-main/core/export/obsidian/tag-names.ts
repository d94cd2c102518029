/** Tags as Obsidian writes them: letters, digits, `_`, `-`, levels between `/`, and never digits alone. */

/** @param line names from the tag up to the top */
export function tagPath(line: readonly string[]): string {
  return line
    .toReversed()
    .map(tagWord)
    .filter((word) => word !== '')
    .join('/');
}

function tagWord(name: string): string {
  const word = name
    .normalize('NFC')
    .trim()
    .replace(/[\s/]+/gu, '-')
    .replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}_-]/gu, '');
  if (/^[-_]*$/.test(word)) return '';
  return /^\d+$/.test(word) ? `${word}_` : word;
}
