/** UTF-16 code units; nobody writes a paragraph of that length, but a page copied as one line has more. */
const LONGEST = 20_000;

/** Whether some line of the text is so long that laying it out takes another way. */
export function hasLongLine(text: string): boolean {
  let start = 0;
  while (text.length - start > LONGEST) {
    const end = text.lastIndexOf('\n', start + LONGEST);
    if (end < start) return true;
    start = end + 1;
  }
  return false;
}
