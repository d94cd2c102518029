/** What a claim and a verdict must have. Pure. */
import { DossierError } from '../../common/contract/errors.ts';
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

/** A day that the calendar has. @throws DossierError invalid */
export function checkDay(day: string): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day)) {
    throw new DossierError('invalid', { what: 'date', value: day });
  }
  return day;
}

const DAY_LENGTH = 24 * 60 * 60 * 1000;

/** Milliseconds; of a day its end. Undefined where nothing is given. @throws DossierError invalid */
export function readMoment(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  if (given.length === 10) return Date.parse(`${checkDay(given)}T00:00:00Z`) + DAY_LENGTH - 1;
  const time = Date.parse(given);
  if (Number.isNaN(time)) throw new DossierError('invalid', { what: 'date', value: given });
  return time;
}
