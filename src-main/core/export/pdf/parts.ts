/**
 * The page of the export in parts that are printed one by one. They part where a new sheet of paper begins anyway; links
 * from one to another work once they are joined, since destinations are known by name.
 */
import { pageEnd, pageFront, pageHead, renderParts } from '../html/html.ts';
import type { ExportData } from '../model.ts';
import { textRuns } from '../text-runs.ts';
import type { ExportWords } from '../words.ts';

/** What stands on new sheets: the front with the claims, a source, the notes. */
export type PagePart = readonly string[];

/** UTF-16 units that are printed at once with tags for screen readers and an outline: for more it takes minutes. */
const LARGE = 4_000_000;
/** Of a part: the browser takes some hundred megabytes and a quarter of a minute for it. */
const PART = 1_500_000;

/** One part where all of it is no more than can be printed at once. */
export function* splitPage(data: ExportData, words: ExportWords): Generator<PagePart, undefined> {
  let waiting: string[] = [];
  let length = 0;
  let most = LARGE;
  for (const sheet of sheetsOf(data, words)) {
    waiting.push(sheet);
    length += sheet.length;
    if (length < most) continue;
    yield* textRuns(waiting, PART);
    [waiting, length, most] = [[], 0, PART];
  }
  if (waiting.length > 0) yield waiting;
  return undefined;
}

function* sheetsOf(data: ExportData, words: ExportWords): Generator<string> {
  const { claims, sources, notes } = renderParts(data, words);
  yield `${pageFront(data, words)}${claims}\n`;
  yield* sources;
  if (notes !== '') yield notes;
}

interface Place {
  readonly data: ExportData;
  readonly words: ExportWords;
  /** Those before it, on paper. */
  readonly before: number;
}

/** All of it, where there is but one part. */
export function wholePage(part: PagePart, data: ExportData, words: ExportWords): string {
  return `${pageHead(data, words, {})}${part.join('\n')}\n${pageEnd}`;
}

/** A part as a page of its own. */
export function partPage(part: PagePart, { data, words, before }: Place): string {
  const isFirst = before === 0;
  const style = isFirst ? '' : `html { counter-reset: page ${before} }`;
  const body = part.join('\n');
  // The front opens what the end closes.
  return `${pageHead(data, words, { style })}${isFirst ? '' : '<body>\n<main>\n'}${body}
${hiddenLinks(body)}${pageEnd}`;
}

const ID = /\sid="([^"]*)"/g;
const LINK = /\shref="#([^"]*)"/g;
/** What other parts may link to. */
const LINKED = /^(?:c|s|n|x|note)-/;

/**
 * A browser writes down where a name is only if something links to it, and a link only if there is such a name: so this
 * part links to all that others may ask for, and has a name for whatever lies in another. None of it is seen.
 */
function hiddenLinks(body: string): string {
  const own = new Set(Array.from(body.matchAll(ID), ([, id = '']) => id));
  const asked = new Set(Array.from(body.matchAll(LINK), ([, id = '']) => id));
  const links = [...own].filter((id) => LINKED.test(id)).map((id) => `<a href="#${id}"></a>`);
  const foreign = [...asked].filter((id) => !own.has(id)).map((id) => `<i id="${id}"></i>`);
  return `<div hidden>${links.join('')}${foreign.join('')}</div>\n`;
}
