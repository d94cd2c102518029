/** The report as one SVG: a panel for each figure, both axes logarithmic, a line for each engine. */
import type { EngineFigures, SearchReport } from './report.ts';

const COLORS = ['#0b6e4f', '#b23a48', '#3d5a98', '#c77d0a', '#7a4f9a', '#555555', '#7fb069'];
const WIDTH = 300;
const HEIGHT = 210;
const MARGIN = { left: 54, right: 12, top: 26, bottom: 26 };
const COLUMNS = 3;

const megabytes = (bytes: number | undefined): number | undefined =>
  bytes === undefined ? undefined : bytes / 1e6;

const PANELS: readonly (readonly [title: string, read: (engine: EngineFigures) => number | undefined])[] = [
  ['one term, p50 ms', ({ queries }) => queries.one?.p50],
  ['two required terms, p50 ms', ({ queries }) => queries.two?.p50],
  ['prefix, p50 ms', ({ queries }) => queries.prefix?.p50],
  ['fuzzy~1, p50 ms', ({ queries }) => queries.fuzzy?.p50],
  ['rare, p50 ms', ({ queries }) => queries.rare?.p50],
  ['mixed, p95 ms', ({ queries }) => queries.mixed?.p95],
  ['added and found, p95 ms', ({ changes }) => changes?.addAndFind.p95],
  ['prefix while adding, p95 ms', ({ changes }) => changes?.prefixWhileAdding.p95],
  ['removal, p95 ms', ({ changes }) => changes?.removal.p95],
  ['cold start, ms', ({ cold }) => cold?.coldMs],
  ['build, ms', ({ build }) => build?.buildMs],
  ['heap, MB', ({ cold }) => megabytes(cold?.heapBytes)],
  ['stored, MB', ({ build }) => megabytes(build?.storedBytes)],
];

interface Point {
  readonly size: number;
  readonly value: number;
}

interface Line {
  readonly color: string;
  readonly points: readonly Point[];
}

export function plotReport(report: SearchReport): string {
  const names = report.sizes[0]?.engines.map(({ name }) => name) ?? [];
  const panels = PANELS.map(([title, read], at) => {
    const lines = names.map((name, engine) => ({
      color: COLORS[engine % COLORS.length] ?? '#000',
      points: report.sizes.flatMap(({ size, engines }) => {
        const own = engines.find((one) => one.name === name);
        const value = own && read(own);
        return value !== undefined && value > 0 ? [{ size, value }] : [];
      }),
    }));
    const place = `translate(${(at % COLUMNS) * WIDTH} ${Math.floor(at / COLUMNS) * HEIGHT + 30})`;
    return `<g transform="${place}">${plotPanel(title, lines)}</g>`;
  });
  const width = COLUMNS * WIDTH;
  const height = Math.ceil(PANELS.length / COLUMNS) * HEIGHT + 30;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...names.map((name, at) => legend(name, COLORS[at % COLORS.length] ?? '#000', at)),
    ...panels,
    '</svg>\n',
  ].join('\n');
}

const legend = (name: string, color: string, at: number): string =>
  `<circle cx="${60 + at * 122}" cy="16" r="5" fill="${color}"/><text x="${70 + at * 122}" y="20">${name}</text>`;

function plotPanel(title: string, lines: readonly Line[]): string {
  const points = lines.flatMap((line) => line.points);
  const sizes = [...new Set(points.map(({ size }) => size))];
  const x = scale(sizes, MARGIN.left, WIDTH - MARGIN.right);
  const y = scale(
    points.map(({ value }) => value),
    HEIGHT - MARGIN.bottom,
    MARGIN.top,
  );
  const drawn = lines.map(({ color, points: own }) => {
    const places = own.map(({ size, value }) => `${x.at(size)},${y.at(value)}`);
    const dots = own.map(
      ({ size, value }) => `<circle cx="${x.at(size)}" cy="${y.at(value)}" r="3" fill="${color}"/>`,
    );
    return `<polyline points="${places.join(' ')}" fill="none" stroke="${color}" stroke-width="1.5"/>${dots.join('')}`;
  });
  const rows = y.ticks.map(
    (tick) =>
      `<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y.at(tick)}" y2="${y.at(tick)}" stroke="#ddd"/>` +
      `<text x="${MARGIN.left - 6}" y="${y.at(tick) + 4}" text-anchor="end">${tick}</text>`,
  );
  const columns = sizes.map(
    (size) =>
      `<text x="${x.at(size)}" y="${HEIGHT - 8}" text-anchor="middle">${size.toLocaleString('en')}</text>`,
  );
  return `<text x="${MARGIN.left}" y="16" font-weight="bold">${title}</text>${[...rows, ...columns, ...drawn].join('')}`;
}

/** Logarithmic, to whole powers of ten. */
function scale(values: readonly number[], from: number, to: number) {
  const logs = values.map(Math.log10);
  const first = logs.length > 0 ? Math.floor(Math.min(...logs)) : 0;
  const high = Math.max(first + 1, ...logs.map(Math.ceil));
  const ticks = Array.from({ length: high - first + 1 }, (_, at) => Number(`1e${first + at}`));
  const at = (value: number): number =>
    Math.round((from + ((Math.log10(value) - first) / (high - first)) * (to - from)) * 10) / 10;
  return { at, ticks };
}
