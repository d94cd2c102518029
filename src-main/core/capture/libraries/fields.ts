/** Values out of JSON that anyone may have written: only own properties are read, and nothing is assumed. */
import { DossierError } from '../../../common/contract/errors.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** @throws DossierError unreadable */
export function parseJson(text: string, fileName: string | null): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    // SyntaxError, or RangeError for nesting past what the parser takes.
    if (cause instanceof SyntaxError || cause instanceof RangeError)
      throw new DossierError('unreadable', { fileName, reason: 'broken-json' }, { cause });
    throw cause;
  }
}

/** An object, not a list; null for anything else. */
export function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

export function field(fields: Fields | null, name: string): unknown {
  return fields !== null && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** A text or number as text; of a list its first; empty for anything else. */
export function textOf(value: unknown): string {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'number') return String(first);
  return typeof first === 'string' ? first : '';
}

/** The text of the first of these fields that has one. */
export function textIn(fields: Fields | null, ...names: readonly string[]): string {
  for (const name of names) {
    const text = textOf(field(fields, name)).trim();
    if (text !== '') return text;
  }
  return '';
}

/** A list as it is, a single value as a list of one, none as an empty one. */
export function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  return value === undefined || value === null ? [] : [value];
}

export function textsOf(value: unknown): string[] {
  return listOf(value).filter((each): each is string => typeof each === 'string');
}

/** Not indented: the spaces before what is nested deeply would be far more than what is said. */
export function recordOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch (cause) {
    // Nesting that the parser takes and the writer does not.
    if (cause instanceof RangeError) return '';
    throw cause;
  }
}

/** ISO text, or seconds since 1970 UTC, as milliseconds; null where it is neither. */
export function timeOf(value: unknown): number | null {
  const text = textOf(value).trim();
  const time = /^\d{9,11}$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  return Number.isSafeInteger(time) && Math.abs(time) < MAX_TIME ? time : null;
}

const MAX_TIME = Date.UTC(9999, 0);

/** The day of such a time, as a date of publication is written. */
export function dayOf(value: unknown): string | null {
  const time = timeOf(value);
  return time === null ? null : new Date(time).toISOString().slice(0, 10);
}
