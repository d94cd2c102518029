import { DossierError, type ErrorValue } from './errors.ts';

/** The one envelope: every transport answers with it, and with nothing else. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorValue };

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(error: ErrorValue): Result<never> {
  return { ok: false, error };
}

/** The value, for who has nothing of its own to do about a failure. @throws DossierError what the envelope holds */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new DossierError(result.error.code, result.error.details);
}
