/**
 * Running headers and footers and page numbers: what stands at the same height at the top or bottom edge of several
 * pages and says the same but for its numbers. Sides may alternate, so only the height counts.
 */
import { textOf, type PageText, type Segment } from './model.ts';

/** Lines from each edge that are looked at; none is taken away unless all between it and the edge are. */
const EDGE_ROWS = 3;
/** Fewer pages prove no repetition. */
const FEWEST_PAGES = 3;
/** How far, in points, the same line may stand from page to page. */
const DRIFT = 3;
/** Characters; a longer line is text that happens to stand twice. */
const LONGEST = 150;

interface Row {
  readonly y: number;
  readonly segments: Segment[];
}

interface Edge {
  readonly rows: readonly Row[];
  readonly name: 'top' | 'end';
}

const ROMAN = /^(?=[ivxlcdm])m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})$/i;
const NUMBER = /\d+/g;

/** A line without its numbers; a Roman numeral counts as one only where it stands alone. */
function keyOf(text: string): string {
  const bare = text.trim().toLowerCase();
  const inner = bare.replace(/^[-–—|\s[(]+|[-–—|\s\])]+$/g, '');
  return ROMAN.test(inner) ? '#' : bare.replace(NUMBER, '#').replace(/\s+/g, ' ');
}

function edgesOf({ segments }: PageText): readonly Edge[] {
  const rows: Row[] = [];
  for (const segment of segments.toSorted((a, b) => a.y - b.y)) {
    const last = rows.at(-1);
    if (last && Math.abs(segment.y - last.y) < segment.size * 0.35) last.segments.push(segment);
    else rows.push({ y: segment.y, segments: [segment] });
  }
  return [
    { rows: rows.slice(0, EDGE_ROWS), name: 'top' },
    { rows: rows.slice(-EDGE_ROWS).reverse(), name: 'end' },
  ];
}

/**
 * What a segment is counted as: a number alone once as the page's, which grows with the pages, and once as itself; a
 * year in the text is neither.
 */
function namesOf(edge: Edge, segment: Segment, page: number): readonly string[] {
  const text = textOf(segment);
  const key = keyOf(text);
  const number = key === '#' ? /\d+/.exec(text)?.[0] : undefined;
  if (number === undefined) return [`${edge.name} ${key}`];
  return [`${edge.name} +${Number(number) - page}`, `${edge.name} =${number}`];
}

/** On how many pages a kind of line stands at each height. */
class Sightings {
  readonly #heights = new Map<string, Map<number, number>>();
  readonly #last = new Map<string, number>();

  see(name: string, y: number, page: number): void {
    const height = Math.round(y / DRIFT);
    const place = `${height} ${name}`;
    if (this.#last.get(place) === page) return;
    this.#last.set(place, page);
    const heights = this.#heights.get(name) ?? new Map<number, number>();
    heights.set(height, (heights.get(height) ?? 0) + 1);
    this.#heights.set(name, heights);
  }

  count(name: string, y: number): number {
    const heights = this.#heights.get(name);
    const height = Math.round(y / DRIFT);
    return [height - 1, height, height + 1].reduce((sum, place) => sum + (heights?.get(place) ?? 0), 0);
  }
}

class Furniture {
  readonly #edges: readonly (readonly Edge[])[];
  readonly #seen = new Sightings();

  constructor(readonly pages: readonly PageText[]) {
    this.#edges = pages.map(edgesOf);
    for (const [page, edges] of this.#edges.entries()) {
      for (const edge of edges) {
        for (const segment of edge.rows.flatMap(({ segments }) => segments)) {
          for (const name of namesOf(edge, segment, page)) this.#seen.see(name, segment.y, page);
        }
      }
    }
  }

  /** The segments of a page that belong to its frame rather than to its text. */
  of(page: number): ReadonlySet<Segment> {
    const found = new Set<Segment>();
    for (const edge of this.#edges[page] ?? []) {
      for (const [at, row] of edge.rows.entries()) {
        const repeated = row.segments.filter((segment) => this.#isRepeated(edge, segment, page));
        // A running title that changes from page to page stands beside the page's number.
        const isBeside = repeated.some((segment) => keyOf(textOf(segment)) === '#');
        const isNumber = at === 0 && this.#isPageNumber(edge, page);
        if (repeated.length < row.segments.length && !isBeside && !isNumber) break;
        for (const segment of row.segments) found.add(segment);
      }
    }
    return found;
  }

  #isRepeated(edge: Edge, segment: Segment, page: number): boolean {
    const text = textOf(segment);
    if (text.length > LONGEST) return false;
    const counts = namesOf(edge, segment, page).map((name) => this.#seen.count(name, segment.y));
    const count = Math.max(...counts);
    return count >= FEWEST_PAGES || (count === 2 && this.pages.length === 2 && isNumbered(text));
  }

  /** The number of the page itself, alone and well apart from its text. */
  #isPageNumber({ rows }: Edge, index: number): boolean {
    const page = this.pages[index];
    const [row, next] = rows;
    const [segment, ...others] = row?.segments ?? [];
    if (!page || !segment || !next || others.length > 0) return false;
    const number = textOf(segment).replace(/^[-–—\s]+|[-–—\s]+$/g, '');
    const isOwn = number === page.label || number === String(index + 1);
    const isEdge = segment.y < page.height * 0.12 || segment.y > page.height * 0.85;
    return isOwn && isEdge && Math.abs(next.y - segment.y) > segment.size * 2;
  }
}

/** On two pages only what counts the pages is sure to be no text. */
const isNumbered = (text: string) => /^(?:page\s*)?[-–—\s]*\d+[-–—\s]*$/i.test(text.trim());

const lengthOf = (pages: readonly PageText[]) =>
  pages.reduce(
    (sum, { segments }) => sum + segments.reduce((all, segment) => all + textOf(segment).length, 0),
    0,
  );

/** The pages without their headers, footers and numbers; as they are where that would leave less than it takes. */
export function removeFurniture(pages: readonly PageText[]): readonly PageText[] {
  const stripped = strip(pages);
  return lengthOf(stripped) * 2 < lengthOf(pages) ? pages : stripped;
}

function strip(pages: readonly PageText[]): readonly PageText[] {
  const furniture = new Furniture(pages);
  return pages.map((page, index) => {
    const frame = furniture.of(index);
    const turned = page.turned.map((group) => group.filter((segment) => !isTurnedFrame(pages, segment)));
    return {
      ...page,
      segments: frame.size === 0 ? page.segments : page.segments.filter((segment) => !frame.has(segment)),
      turned: turned.filter((group) => group.length > 0),
    };
  });
}

/** A line up the side of at least three pages. */
function isTurnedFrame(pages: readonly PageText[], segment: Segment): boolean {
  if (pages.length < FEWEST_PAGES) return false;
  const key = keyOf(textOf(segment));
  let count = 0;
  for (const { turned } of pages) {
    if (turned.some((group) => group.some((other) => keyOf(textOf(other)) === key))) count += 1;
    if (count >= FEWEST_PAGES) return true;
  }
  return false;
}
