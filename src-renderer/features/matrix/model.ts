/** The matrix as it is drawn: rows, columns in groups, and which cell stands where. */
import type { Output } from '../../../src-main/common/contract/commands.ts';
import type { ClaimId, SourceId } from '../../../src-main/common/contract/entities.ts';
import type { MatrixCell, MatrixRow, MatrixSource } from '../../../src-main/common/contract/ledger.ts';
import { STATUSES } from '../../../src-main/common/contract/entities.ts';
import type { MatrixOrder, MatrixPlace } from '../../state/matrix-view.svelte.ts';

type Matrix = Output<'claim.matrix'>;

export interface Column {
  readonly source: MatrixSource;
  /** Its outlet, or where several are of one outlet its title. */
  readonly label: string;
}

/** Columns of one origin; without a name where each is its own. */
export interface ColumnGroup {
  readonly name: string;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export interface PlacedCell {
  readonly column: number;
  readonly cell: MatrixCell;
  /** Without this source, the balance of the claim would be another one. */
  readonly flips: boolean;
  /** So it would without this origin of its, which other sources carry too. */
  readonly flippingOrigin: string | null;
}

export interface Row {
  readonly claim: MatrixRow;
  /** In the order of columns. */
  readonly cells: readonly PlacedCell[];
  readonly byColumn: ReadonlyMap<number, PlacedCell>;
  /** Sources and shared origins without which the balance would be another one. */
  readonly flips: readonly string[];
}

export interface MatrixModel {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
  readonly groups: readonly ColumnGroup[];
}

/** @param untitled what a source without a title is called */
export function buildModel(matrix: Matrix, untitled: string): MatrixModel {
  const columns = labelColumns(matrix.sources, untitled);
  const places = new Map(columns.map(({ source }, at) => [source.id, at]));
  const labels = new Map(columns.map(({ source, label }) => [source.id, label]));
  const byClaim = Map.groupBy(matrix.cells, ({ claim }) => claim);
  const rows = matrix.claims.map((claim) => {
    const flipping = new Set(claim.flips);
    const origins = new Set(claim.flippingOrigins.map(({ origin }) => keyOf(origin)));
    const cells = (byClaim.get(claim.id) ?? []).flatMap((cell) => {
      const column = places.get(cell.source);
      if (column === undefined) return [];
      const flippingOrigin = cell.origins.find((origin) => origins.has(keyOf(origin))) ?? null;
      return [{ column, cell, flips: flipping.has(cell.source), flippingOrigin }];
    });
    const flips = [
      ...claim.flippingOrigins.map(({ origin }) => origin),
      ...claim.flips.flatMap((id) => labels.get(id) ?? []),
    ];
    const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
    return {
      ...{ claim, cells: cells.toSorted((a, b) => a.column - b.column), byColumn },
      flips: [...new Set(flips)],
    };
  });
  return { rows, columns, groups: groupColumns(columns) };
}

function labelColumns(sources: readonly MatrixSource[], untitled: string): Column[] {
  const sites = new Map<string, number>();
  for (const { site } of sources) if (site !== null) sites.set(site, (sites.get(site) ?? 0) + 1);
  return sources.map((source) => {
    const { site, title } = source;
    const isAlone = site !== null && site !== '' && sites.get(site) === 1;
    return { source, label: oneLine(isAlone ? site : title) || untitled };
  });
}

/** The engine's order is the newest first; what is equal keeps it. */
export function orderRows(rows: readonly Row[], order: MatrixOrder, locale: string): readonly Row[] {
  if (order === 'newest') return rows;
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const comparators: Readonly<Record<Exclude<MatrixOrder, 'newest'>, (a: Row, b: Row) => number>> = {
    statement: (a, b) => compare(oneLine(a.claim.statement), oneLine(b.claim.statement)),
    status: (a, b) => STATUSES.indexOf(a.claim.status) - STATUSES.indexOf(b.claim.status),
    fragile: (a, b) => b.flips.length - a.flips.length,
  };
  return rows.toSorted(comparators[order]);
}

/** What only differs in case or form is one name. */
const keyOf = (name: string): string => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Whose words a column repeats is said above it only where it is not alone: there is no room above one. */
function groupColumns(columns: readonly Column[]): readonly ColumnGroup[] {
  const named: ColumnGroup[] = [];
  for (const group of groupByOrigin(columns)) {
    const last = named.at(-1);
    const name = group.to - group.from > 1 ? group.name : '';
    if (name === '' && last?.name === '') named[named.length - 1] = { ...last, to: group.to };
    else named.push({ ...group, name });
  }
  return named;
}

function groupByOrigin(columns: readonly Column[]): readonly ColumnGroup[] {
  const groups: ColumnGroup[] = [];
  columns.forEach(({ source }, at) => {
    const last = groups.at(-1);
    if (last && keyOf(last.name) === keyOf(source.origin))
      groups[groups.length - 1] = { ...last, to: at + 1 };
    else groups.push({ name: source.origin, from: at, to: at + 1 });
  });
  return groups;
}

/** Whether the balance stands or falls with what is counted in this cell: the source, or an origin that is counted here. */
export const isKey = ({ flips, flippingOrigin, cell }: PlacedCell): boolean =>
  flips || (flippingOrigin !== null && !cell.isRepeat);

/** A title or a statement may hold whatever a page held, and be as long; a picture shows a line of it. */
export function oneLine(text: string): string {
  return (
    text
      .slice(0, LONGEST)
      // A space that does not break stays one: “298 millions” is not torn apart.
      .replace(/(?:(?![\u00a0\u202f])[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\s])+/gu, ' ')
      .trim()
  );
}

const LONGEST = 400;

/** Numbers of a row and a column; -1 is the header. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

export function locate({ rows, columns }: MatrixModel, { claim, source }: MatrixPlace): GridPlace {
  return {
    row: claim === null ? -1 : rows.findIndex((row) => row.claim.id === claim),
    column: source === null ? -1 : columns.findIndex((column) => column.source.id === source),
  };
}

export function placeAt(
  { rows, columns }: MatrixModel,
  { row, column }: GridPlace,
): { readonly claim: ClaimId | null; readonly source: SourceId | null } {
  return { claim: rows[row]?.claim.id ?? null, source: columns[column]?.source.id ?? null };
}

export function cellAt(model: MatrixModel, { row, column }: GridPlace): PlacedCell | null {
  return model.rows[row]?.byColumn.get(column) ?? null;
}

/** Rows that Page Up and Page Down pass over. */
const PAGE = 10;

/** Where a key leads, as WAI-ARIA has it for grids; null where the key is not the grid's. */
export function moveBy(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>,
  { row, column }: GridPlace,
  { rows, columns }: MatrixModel,
): GridPlace | null {
  const whole = event.ctrlKey || event.metaKey;
  const last = { row: rows.length - 1, column: columns.length - 1 };
  const to = (r: number, c: number): GridPlace => ({
    row: Math.max(-1, Math.min(last.row, r)),
    column: Math.max(-1, Math.min(last.column, c)),
  });
  switch (event.key) {
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'PageUp':
      return to(Math.max(0, row - PAGE), column);
    case 'PageDown':
      return to(row + PAGE, column);
    case 'Home':
      return whole ? to(0, -1) : to(row, -1);
    case 'End':
      return whole ? to(last.row, last.column) : to(row, last.column);
    default:
      return null;
  }
}
