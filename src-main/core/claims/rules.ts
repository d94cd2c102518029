/** What a claim and a verdict must have. Pure. */
import { DossierError } from '../../common/contract/errors.ts';

/** In UTF-16 code units: a claim is a sentence that can be true or false, not a chapter. */
const MAX_STATEMENT = 10_000;
const MAX_REASON = 100_000;

/** @throws DossierError invalid, too-large */
export function checkStatement(statement: string): string {
  return checkText('statement', statement.replace(/\s+/g, ' ').trim(), MAX_STATEMENT);
}

/** A verdict without a reason is refused. @throws DossierError invalid, too-large */
export function checkReason(reason: string): string {
  return checkText('reason', reason.trim(), MAX_REASON);
}

function checkText(what: string, text: string, limit: number): string {
  if (text === '') throw new DossierError('invalid', { what, reason: 'empty' });
  if (text.length > limit) throw new DossierError('too-large', { what, size: text.length, limit });
  return text;
}
