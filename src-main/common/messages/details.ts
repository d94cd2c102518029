import type { ErrorCode, ErrorDetails } from '../contract/errors.ts';

/** One sentence for each error code, made from its details. */
export type ErrorSentences = Readonly<Record<ErrorCode, (details: ErrorDetails) => string>>;

/** A detail as text; empty where it is absent. */
export function textOf(details: ErrorDetails, ...keys: readonly string[]): string {
  for (const key of keys) {
    const value = details[key];
    if (value !== undefined && value !== null && value !== '') return String(value);
  }
  return '';
}

export function numberOf(details: ErrorDetails, ...keys: readonly string[]): number | null {
  for (const key of keys) {
    const value = details[key];
    if (typeof value === 'number') return value;
  }
  return null;
}

/** Long quotations are cut: a sentence that names the thing is enough to find it. */
export const QUOTED_LENGTH = 80;
