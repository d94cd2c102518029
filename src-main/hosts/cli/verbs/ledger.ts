/** `claim due`, `recheck`, `supersede` and `diligence`. */
import type { ClaimId } from '../../../common/contract/entities.ts';
import type { KeptSearch } from '../../../common/contract/ledger.ts';
import { numberText, statusText } from '../marks.ts';
import { table } from '../terminal-text.ts';
import { usageError } from '../usage.ts';
import { operand, type Call, type Outcome } from '../verb.ts';
import { answer } from './claim.ts';

/** The engine's own bound of one page. */
const PAGE = 1000;

export async function listDue(call: Call): Promise<Outcome> {
  const { words, locale } = call;
  const { by, total, claims } = await call.ask('claim.due', { by: call.options.get('by'), limit: PAGE });
  const columns = [
    { title: words.claim.recheckBy },
    { title: words.columns.id },
    { title: words.columns.status },
    { title: words.columns.statement, limit: 64 },
    { title: words.columns.origins, align: 'right' as const },
  ];
  const rows = claims.map((claim) => [
    claim.recheckBy ?? '',
    claim.id,
    statusText(claim.status, words),
    claim.statement,
    numberText(claim.origins, locale),
  ]);
  return {
    json: { by, total, claims },
    text: () => (rows.length === 0 ? words.claim.noneDue : table(columns, rows)),
  };
}

export async function recheckClaim(call: Call): Promise<Outcome> {
  const by = oneOf(call, 'by', 'never', call.options.get('by'));
  return answer((await call.ask('claim.recheck', { id: operand(call, 0), by })).claim, call);
}

/** `claim supersede CLAIM NEWER`, or `--nothing`. */
export async function supersedeClaim(call: Call): Promise<Outcome> {
  const by = oneOf(call, 'NEWER', 'nothing', call.operands[1]) as ClaimId | null;
  return answer((await call.ask('claim.supersede', { id: operand(call, 0), by })).claim, call);
}

/** The value, or null where the flag takes it away: exactly one of them. */
function oneOf(call: Call, name: string, flag: string, value: string | undefined): string | null {
  const written = name === name.toUpperCase() ? name : `--${name}`;
  if ((value === undefined) !== call.options.has(flag))
    throw usageError('one-way', `${written}, --${flag}`, '', 'claim');
  return value ?? null;
}

/** With a query: searches and keeps that it did. Without: what was kept. */
export async function keepDiligence(call: Call): Promise<Outcome> {
  const claim = operand(call, 0) as ClaimId;
  const query = call.operands[1];
  if (query === undefined) {
    const { searches } = await call.ask('diligence.list', { claim });
    return { json: { searches }, text: () => listed(searches, call) };
  }
  const { options } = call;
  const { search } = await call.ask('diligence.add', {
    ...{ claim, query, note: options.get('note') },
    ...{ tag: options.get('tag'), language: options.get('language') },
  });
  return { json: { search }, text: () => listed([search], call) };
}

function listed(searches: readonly KeptSearch[], { words, locale }: Call): string {
  if (searches.length === 0) return words.claim.noSearches;
  return table(
    [
      { title: words.columns.captured },
      { title: words.claim.query, limit: 48 },
      { title: words.claim.found, align: 'right' },
      { title: words.columns.note, limit: 48 },
    ],
    searches.map(({ at, query, hits, note }) => [at.slice(0, 10), query, numberText(hits, locale), note]),
  );
}
