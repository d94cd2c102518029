import { STANCES, STATUSES, type Claim, type Evidence } from '../../../common/contract/entities.ts';
import { claimJson } from '../json.ts';
import { numberText, statusText, tagText } from '../marks.ts';
import { plain, table } from '../terminal-text.ts';
import { usageError } from '../usage.ts';
import { operand, type Call, type Outcome } from '../verb.ts';

export async function addClaim(call: Call): Promise<Outcome> {
  const { options } = call;
  const { claim } = await call.ask('claim.add', {
    statement: operand(call, 0),
    tags: options.all('tag'),
    evidence: options.all('evidence')?.map(readEvidence),
  });
  return answer(claim, call);
}

/** `EXCERPT:STANCE`. */
function readEvidence(value: string) {
  const at = value.lastIndexOf(':');
  const stance = STANCES.find((each) => each === value.slice(at + 1));
  if (at <= 0 || !stance) {
    throw usageError('wrong-evidence', value, `EXCERPT:${STANCES.join('|')}`, 'claim add');
  }
  return { excerpt: value.slice(0, at), stance };
}

export async function attachEvidence(call: Call): Promise<Outcome> {
  const { options } = call;
  const { claim } = await call.ask('claim.attach', {
    id: operand(call, 0),
    excerpt: operand(call, 1),
    // The table requires it and has checked it.
    stance: options.choice('stance', STANCES) ?? 'mentions',
    origin: options.get('origin'),
    note: options.get('note'),
  });
  return answer(claim, call);
}

/** `claim verify`, `claim dispute` and `claim reopen`. */
export function judge(verdict: 'verify' | 'dispute' | 'reopen') {
  return async (call: Call): Promise<Outcome> => {
    const { claim } = await call.ask(`claim.${verdict}`, {
      id: operand(call, 0),
      reason: call.options.get('reason') ?? '',
    });
    return answer(claim, call);
  };
}

export async function showClaim(call: Call): Promise<Outcome> {
  return answer(
    (await call.ask('claim.get', { id: operand(call, 0), asOf: call.options.get('as-of') })).claim,
    call,
  );
}

export async function listClaims(call: Call): Promise<Outcome> {
  const { claims } = await call.ask('claim.list', {
    status: call.options.choice('status', STATUSES),
    tag: call.options.get('tag'),
    exactTag: call.options.has('exact-tag'),
    asOf: call.options.get('as-of'),
  });
  return { json: { claims: claims.map(claimJson) }, text: () => many(claims, call) };
}

export function answer(claim: Claim, call: Call): Outcome {
  return { json: { claim: claimJson(claim) }, text: () => one(claim, call) };
}

function one(claim: Claim, { words, locale }: Call): string {
  const facts = [
    statusText(claim.status, words),
    `${words.columns.sources} ${numberText(claim.sources, locale)}`,
    `${words.columns.origins} ${numberText(claim.origins, locale)}`,
    tagText(claim.tags),
    ...(claim.recheckBy === undefined ? [] : [`${words.claim.recheckBy} ${claim.recheckBy}`]),
    ...(claim.supersededBy === undefined ? [] : [`${words.claim.supersededBy} ${claim.supersededBy}`]),
  ].filter((fact) => fact !== '');
  const evidence = claim.evidence.map((item) => `  ${evidenceLine(item, words.stances)}`);
  const history = claim.history.map(
    ({ at, status, reason, by }) =>
      `  ${at.slice(0, 10)}  ${statusText(status, words)}  ${plain(reason)}${by === undefined ? '' : plain(` (${by})`)}`,
  );
  return [
    `${claim.id}  ${plain(claim.statement)}`,
    plain(facts.join(' · ')),
    ...(evidence.length > 0 ? [words.evidence + words.colon, ...evidence] : []),
    ...(history.length > 0 ? [words.history + words.colon, ...history] : []),
  ].join('\n');
}

function evidenceLine(item: Evidence, stances: Readonly<Record<Evidence['stance'], string>>): string {
  const origin = item.origin === '' ? '' : ` [${item.origin}]`;
  const note = item.note === '' ? '' : ` · ${item.note}`;
  return plain(`${stances[item.stance]}  ${item.quotation.exact} (${item.source.title})${origin}${note}`);
}

function many(claims: readonly Claim[], { words, locale }: Call): string {
  if (claims.length === 0) return words.noClaims;
  const { columns } = words;
  return table(
    [
      { title: columns.id },
      { title: columns.status },
      { title: columns.statement, limit: 64 },
      { title: columns.sources, align: 'right' },
      { title: columns.origins, align: 'right' },
      { title: columns.tags, limit: 32 },
    ],
    claims.map((claim) => [
      claim.id,
      statusText(claim.status, words),
      claim.statement,
      numberText(claim.sources, locale),
      numberText(claim.origins, locale),
      tagText(claim.tags),
    ]),
  );
}
