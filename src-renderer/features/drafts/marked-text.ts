/** A draft cut into what is drawn: blocks that the browser may skip, and in them runs of words with one look each. */
import type { Finding } from '../../state/draft-findings.ts';

export interface Run {
  readonly text: string;
  readonly quotation: Finding | null;
  readonly figure: Finding | null;
  /** These words differ: what the source says instead, which may be nothing. Null where they do not. */
  readonly was: string | null;
  /** Findings whose last words these are: their sign stands after them. */
  readonly ends: readonly Finding[];
}

export interface Block {
  readonly start: number;
  readonly runs: readonly Run[];
}

/** In UTF-16 code units: a block ends with the paragraph that reaches this, or within one that is far longer. */
const BLOCK = 3000;
const LONGEST = 12_000;

/** @param findings in the order of the text */
export function cutDraft(text: string, findings: readonly Finding[]): readonly Block[] {
  const marks = marksOf(findings);
  const blocks: Block[] = [];
  let next = 0;
  for (const { start, end } of blocksOf(text)) {
    const own: Mark[] = [];
    // A mark that goes on from the block before stands among those already passed.
    for (let at = next - 1; at >= 0 && next - at <= NEAR; at -= 1) {
      const mark = marks[at];
      if (mark && mark.end > start) own.unshift(mark);
    }
    while (next < marks.length && (marks[next]?.start ?? 0) < end) own.push(marks[next++] as Mark);
    blocks.push({ start, runs: runsOf(text, start, end, own) });
  }
  return blocks;
}

/** A quotation holds few marks, and it alone can go on in the next block. */
const NEAR = 200;

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly finding: Finding;
  /** Of words that differ: what the source says. */
  readonly was: string | null;
}

function marksOf(findings: readonly Finding[]): readonly Mark[] {
  return findings
    .flatMap((finding): Mark[] => [
      { start: finding.start, end: finding.end, finding, was: null },
      ...(finding.kind === 'quotation'
        ? finding.differs.map(({ start, end, was }) => ({ start, end, finding, was }))
        : []),
    ])
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function* blocksOf(text: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = 0;
  while (start < text.length) {
    const line = text.indexOf('\n', start + BLOCK);
    let end = line < 0 ? text.length : line + 1;
    if (end - start > LONGEST) end = softEnd(text, start + LONGEST);
    yield { start, end };
    start = end;
  }
}

/** Between two words where there are any; never within a character. */
function softEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  if (space > at - 200) return space + 1;
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at;
}

function runsOf(text: string, start: number, end: number, marks: readonly Mark[]): readonly Run[] {
  const cuts = new Set([start, end]);
  for (const mark of marks) for (const at of [mark.start, mark.end]) if (at > start && at < end) cuts.add(at);
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(0, -1).flatMap((from, at) => {
    const to = places[at + 1] ?? end;
    const around = marks.filter((mark) => mark.start <= from && mark.end >= to && mark.start < mark.end);
    return [...gapsAt(from, marks), toRun(text.slice(from, to), to, around)];
  });
}

/** Where the draft leaves out words of the source, nothing of it stands: only the sign of that. */
function gapsAt(place: number, marks: readonly Mark[]): readonly Run[] {
  return marks
    .filter(({ start, end, was }) => was !== null && start === end && start === place)
    .map(({ finding, was }) => ({ text: '', quotation: finding, figure: null, was, ends: [] }));
}

function toRun(text: string, to: number, around: readonly Mark[]): Run {
  const whole = around.filter(({ was }) => was === null);
  const of = (kind: Finding['kind']): Finding | null =>
    whole.find(({ finding }) => finding.kind === kind)?.finding ?? null;
  return {
    text,
    quotation: of('quotation'),
    figure: of('figure'),
    was: around.find(({ was }) => was !== null)?.was ?? null,
    ends: whole.filter(({ end }) => end === to).map(({ finding }) => finding),
  };
}
