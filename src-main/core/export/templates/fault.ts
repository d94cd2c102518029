/** What is wrong with a template, and where: told by what the language's library says, without its words. */
import { DossierError } from '../../../common/contract/errors.ts';

const REASONS: readonly (readonly [reason: string, pattern: RegExp])[] = [
  ['variable', /^undefined variable: (.+?)(?:, line:|, file:|$)/],
  ['filter', /^undefined filter: (.+?)(?:, line:|, file:|$)/],
  ['tag', /^tag "(.+?)" not found/],
  ['unclosed', /^(?:tag|output|raw) (.+?) not closed/],
  ['limit', /limit exceeded/],
];

/** So much of a name is told: it may be a whole page. */
const SHOWN = 60;

interface Placed {
  readonly token?: { getPosition?(): readonly [number, number] };
  readonly message: string;
}

/** @returns an error that names the line and column, from 1; the error itself where it is none of a template */
export function asTemplateError(error: unknown): unknown {
  if (error instanceof DossierError) return error;
  if (!(error instanceof Error)) return error;
  const { token, message }: Placed = error;
  const position = token?.getPosition?.();
  if (!position) return error;
  const [line, column] = position;
  for (const [reason, pattern] of REASONS) {
    const found = pattern.exec(message);
    if (!found) continue;
    return new DossierError(
      'invalid',
      { what: 'template', reason, name: found[1]?.slice(0, SHOWN) ?? null, line, column },
      { cause: error },
    );
  }
  return new DossierError('invalid', { what: 'template', reason: 'syntax', line, column }, { cause: error });
}
