import { DossierError, isRetryable, type ErrorValue } from '../contract/errors.ts';
import { describeError } from './errors.ts';

/** Anything thrown as the value that crosses a boundary; what is not a `DossierError` is a bug, `internal`. */
export function toErrorValue(error: unknown): ErrorValue {
  const { code, details } =
    error instanceof DossierError ? error : new DossierError('internal', { reason: describeBug(error) });
  return { code, details, message: describeError({ code, details }, 'en'), retryable: isRetryable(code) };
}

function describeBug(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
