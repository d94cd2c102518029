/** A long note in parts, so that each is read and drawn in some tens of milliseconds, and only when it is to be seen. */

/** Letters and lines of a part, about. */
const PART = 16_384;
const PART_LINES = 600;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Parts of a size that is parsed quickly, cut where a block begins: after an empty line that is not within a listing,
 * before a line that is not indented. Where there is none for long, at a line's end, and at last anywhere; a listing
 * that is cut goes on in the next part.
 */
export function splitMarkdown(markdown: string): string[] {
  const lines = markdown.replace(/\r\n?/g, '\n').split('\n');
  if (markdown.length <= PART && lines.length <= PART_LINES) return [lines.join('\n')];
  const splitter = new Splitter();
  for (const line of lines) for (const piece of cutLine(line)) splitter.add(piece);
  return splitter.finish();
}

class Splitter {
  readonly #parts: string[] = [];
  #lines: string[] = [];
  #length = 0;
  /** The line that opened the listing which goes on. */
  #fence: string | null = null;
  #isAfterEmpty = false;

  add(line: string): void {
    const begins = this.#isAfterEmpty && this.#fence === null && /^\S/.test(line);
    const share = Math.max(this.#length / PART, this.#lines.length / PART_LINES);
    if ((begins && share > 0.5) || share + line.length / PART > 2) this.#cut();
    this.#lines.push(line);
    this.#length += line.length + 1;
    this.#isAfterEmpty = line.trim() === '';
    this.#follow(line);
  }

  finish(): string[] {
    this.#cut();
    return this.#parts;
  }

  #follow(line: string): void {
    const mark = FENCE.exec(line)?.[1];
    if (mark === undefined) return;
    if (this.#fence === null) this.#fence = line;
    else if (mark.startsWith(FENCE.exec(this.#fence)?.[1] ?? '-') && line.trim() === mark) this.#fence = null;
  }

  #cut(): void {
    if (this.#lines.length > 0) this.#parts.push(this.#lines.join('\n'));
    this.#lines = this.#fence === null ? [] : [this.#fence.slice(0, PART)];
    this.#length = 0;
  }
}

function cutLine(line: string): readonly string[] {
  if (line.length <= PART) return [line];
  return Array.from({ length: Math.ceil(line.length / PART) }, (_, at) =>
    line.slice(at * PART, (at + 1) * PART),
  );
}
