import type { ErrorValue } from './errors.ts';

/** The one envelope: every transport answers with it, and with nothing else. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorValue };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(error: ErrorValue): Result<never> {
  return { ok: false, error };
}
