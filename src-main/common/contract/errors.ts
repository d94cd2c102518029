/**
 * The closed list of error codes. Inside the app an error is a `DossierError`; at every
 * boundary (worker, IPC, HTTP, command line) it is the plain `ErrorValue`, never a class.
 */

export const ERROR_CODES = [
  /** The command line or a call was put together wrongly. */
  'usage',
  /** Something was asked for by an id or name that is not in this notebook. */
  'not-found',
  /** A value does not have the shape or meaning that the command needs. */
  'invalid',
  /** It is already there. */
  'duplicate',
  'too-large',
  /** Bytes that cannot be taken as text (binary, empty, broken). */
  'unreadable',
  /** A kind of file, format or capability that this host or version does not have. */
  'unsupported',
  /** An address was asked for and did not give a document; `reason` says why, `status` what the server answered. */
  'fetch-failed',
  /** A PDF was asked for and no program could make it; `reason` says why, `name` which program was asked. */
  'print-failed',
  'quotation-not-found',
  'quotation-ambiguous',
  /** The text was replaced by a newer version, which does not have the passage. */
  'version-replaced',
  'notebook-missing',
  'notebook-damaged',
  /** Not a Dossier notebook at all. */
  'notebook-foreign',
  'notebook-newer',
  'notebook-locked',
  'notebook-read-only',
  'notebook-closed',
  'target-exists',
  'target-unwritable',
  'disk-full',
  'cancelled',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What names the failure: `what` kind of thing, its `id` or `path`, and numbers to put in a sentence. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** An error as it crosses a boundary. `message` is English; hosts describe `code` and `details` in the user's language. */
export interface ErrorValue {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details: ErrorDetails;
  /** The same call may succeed later without any change (a lock, a full disk). */
  readonly retryable: boolean;
}

const RETRYABLE: ReadonlySet<ErrorCode> = new Set(['notebook-locked', 'disk-full', 'cancelled']);

/** An expected failure. Anything else that is thrown is a bug and is reported as `internal`. */
export class DossierError extends Error {
  override readonly name = 'DossierError';

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
    options?: { cause?: unknown },
  ) {
    super(code, options);
  }
}

/** True where the same call may succeed later unchanged. */
export function isRetryable(code: ErrorCode): boolean {
  return RETRYABLE.has(code);
}
