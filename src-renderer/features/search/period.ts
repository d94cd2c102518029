/** A period as it is written in two fields. */

export type PeriodFault = 'from' | 'to' | 'order';

export interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** What was written, or which of it is no year, month or day (or ends before it begins). */
export function readPeriod(from: string, to: string): Period | PeriodFault {
  const period = { from: readDate(from), to: readDate(to) };
  if (period.from === undefined) return 'from';
  if (period.to === undefined) return 'to';
  const { from: start, to: end } = period;
  if (start !== null && end !== null) {
    const precision = Math.min(start.length, end.length);
    if (start.slice(0, precision) > end.slice(0, precision)) return 'order';
  }
  return { from: start, to: end };
}

/** `2026`, `2026-03` or `2026-03-14`; null for nothing written, undefined for what is no date. */
function readDate(text: string): string | null | undefined {
  const date = text.trim();
  if (date === '') return null;
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date);
  if (match === null) return undefined;
  const [, year, month = '01', day = '01'] = match;
  const whole = `${year}-${month}-${day}`;
  const time = Date.parse(`${whole}T00:00:00Z`);
  // The 31st of February may be taken for a day of March.
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(whole) ? undefined : date;
}
