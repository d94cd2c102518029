/** What a claim and a verdict must have. Pure. */
import { oneLine, requireText } from '../storage/user-text.ts';

/** In UTF-16 code units: a claim is a sentence that can be true or false, not a chapter. */
const MAX_STATEMENT = 10_000;
const MAX_REASON = 100_000;

/** @throws DossierError invalid, too-large */
export function checkStatement(statement: string): string {
  return requireText('statement', oneLine(statement), MAX_STATEMENT);
}

/** A verdict without a reason is refused. @throws DossierError invalid, too-large */
export function checkReason(reason: string): string {
  return requireText('reason', reason.trim(), MAX_REASON);
}
