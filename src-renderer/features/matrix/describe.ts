/** Cells and headers in words: what a screen reader says of them, and what stands below the picture. */
import type { Messages } from '../../messages/index.ts';
import { type GridPlace, type MatrixModel, type Row, cellAt, oneLine } from './model.ts';

type Words = Messages['matrix'];

export function describeCell(model: MatrixModel, place: GridPlace, t: Words): string {
  const found = cellAt(model, place);
  if (!found) return t.nothing;
  return t.cell(t.stance[found.cell.stance], found.cell.passages, notesOf(found, t));
}

/** What is to be known of a cell beside its stance. */
export function notesOf(found: NonNullable<ReturnType<typeof cellAt>>, t: Words): readonly string[] {
  const { cell, flips, flippingOrigin } = found;
  const named = cell.origins.filter((origin) => origin !== '').join(', ');
  return [
    ...(cell.isRepeat ? [t.isRepeat(named)] : named === '' ? [] : [t.origin(named)]),
    ...(flips ? [t.flips] : flippingOrigin === null ? [] : [t.flipsOrigin(flippingOrigin)]),
  ];
}

/** How the origins of a claim weigh, and with whom that stands or falls. */
export function weighWords({ claim, flips }: Row, t: Words): string {
  const known = [t.weighs(claim.supports, claim.disputes), t.balance[claim.balance]];
  return [...known, ...(flips.length > 0 ? [t.flipsWithout(flips.join(', '))] : [])].join('\u00A0· ');
}

export function describeRow(row: Row, messages: Messages): string {
  const { claim } = row;
  return `${oneLine(claim.statement)} ${messages.shell.statuses[claim.status]}. ${weighWords(row, messages.matrix)}`;
}

export function describeColumn({ columns }: MatrixModel, at: number, t: Words): string {
  const column = columns[at];
  if (!column) return '';
  const { title, site, origin, isOrigin } = column.source;
  const name = title === column.label || title === '' ? column.label : `${column.label}, ${title}`;
  const outlet = site !== null && !name.includes(site) ? ` (${site})` : '';
  return origin === '' || isOrigin ? `${name}${outlet}` : `${name}${outlet}. ${t.origin(origin)}`;
}
