import type { Input, Output } from '../../../common/contract/commands.ts';
import { STATUSES } from '../../../common/contract/entities.ts';
import type { FacetName, Facets, Hit } from '../../../common/contract/hits.ts';
import { describeWarning } from '../../../common/messages/warnings.ts';
import { hitJson } from '../json.ts';
import { numberText } from '../marks.ts';
import { plain, wrap } from '../terminal-text.ts';
import type { Call, Outcome } from '../verb.ts';
import { PLACE_KINDS, SEARCH_PLACES } from '../choices.ts';
import { usageError } from '../usage.ts';
import { fill } from '../words.ts';
import { findCollection } from './collection.ts';
import { findSaved, lookUpSaved } from './saved.ts';

const DEFAULT_WIDTH = 100;
/** Of each facet, as text; JSON has all. */
const SHOWN_VALUES = 10;

const FACET_NAMES = ['kind', 'language', 'site', 'year', 'tag', 'status'] as const;

/** `search`: several words of the command line are one query, as a person would type it. */
export async function search(call: Call): Promise<Outcome> {
  const { options, locale } = call;
  const asked = await readQuestion(call);
  const name = options.get('save');
  if (name !== undefined) await keepQuestion(call, name, asked);
  const answer = await call.ask('search.query', {
    query: asked.query,
    ...asked.filters,
    facets: options.has('facets'),
    limit: options.number('limit'),
    offset: options.number('offset'),
    explain: options.has('explain'),
  });
  const { total, tookMs, notice, hits, facets } = answer;
  const told = notice && { code: notice.code, message: describeWarning(notice, locale) };
  if (told) await call.say(told.message);
  return {
    json: { total, tookMs, notice: told, hits: hits.map(hitJson), ...(facets && { facets }) },
    text: () => [...list(answer, call), ...(facets ? renderFacets(facets, call) : [])].join('\n\n'),
  };
}

interface Question {
  readonly query: string;
  readonly filters: Input<'saved.add'>['filters'];
}

/** What is given on the command line narrows, or stands in place of, what was saved. */
async function readQuestion(call: Call): Promise<Question> {
  const { options, operands, ask } = call;
  const saved = options.get('saved');
  const shelf = options.get('collection');
  if (saved === undefined && operands.length === 0)
    throw usageError('missing-operand', 'QUERY', '', 'search');
  const kept = saved === undefined ? null : await findSaved(ask, saved);
  const given = {
    in: options.choices('in', SEARCH_PLACES)?.map((place) => PLACE_KINDS[place]),
    tag: options.get('tag'),
    status: options.choice('status', STATUSES),
    language: options.get('language'),
    site: options.get('site'),
    from: options.get('from'),
    to: options.get('to'),
    collection: shelf === undefined ? undefined : await findCollection(ask, shelf),
  };
  const set = Object.entries(given).filter(([, value]) => value !== undefined);
  const query = operands.length > 0 ? operands.join(' ') : (kept?.query ?? '');
  return { query, filters: { ...kept?.filters, ...Object.fromEntries(set) } };
}

/** Under a name that is there already, it takes the place of what was saved. */
async function keepQuestion({ ask }: Call, name: string, { query, filters }: Question): Promise<void> {
  const known = await lookUpSaved(ask, name);
  if (known) await ask('saved.edit', { id: known.id, query, filters });
  else await ask('saved.add', { name, query, filters });
}

function list({ total, tookMs, hits }: Output<'search.query'>, { words, locale, io }: Call): string[] {
  const isOne = new Intl.PluralRules(locale).select(total) === 'one';
  const count = fill(isOne ? words.hits.one : words.hits.many, { n: numberText(total, locale) });
  const took = fill(words.took, { ms: numberText(Math.round(tookMs * 10) / 10, locale) });
  if (total === 0) return [`${words.noHits} (${took})`];
  const bold = io.stdout.isTTY === true && !io.env.NO_COLOR;
  return [
    `${count}, ${took}`,
    ...hits.map((hit) => renderHit(hit, words.kinds, { width: widthOf(io), bold, locale })),
  ];
}

function widthOf({ stdout }: Call['io']): number {
  return Math.min(stdout.columns ?? DEFAULT_WIDTH, DEFAULT_WIDTH);
}

/** A paragraph of all facets that have values, each from a line of its own; nothing where none has. */
function renderFacets(facets: Facets, { words, locale, io }: Call): string[] {
  const spell: Partial<Record<FacetName, Readonly<Record<string, string>>>> = {
    kind: words.kinds,
    status: words.statuses,
  };
  const lines = FACET_NAMES.flatMap((name) => {
    const all = facets[name];
    if (all.length === 0) return [];
    const shown = all
      .slice(0, SHOWN_VALUES)
      .map(({ value, count }) => `${spell[name]?.[value] ?? value} (${numberText(count, locale)})`);
    if (shown.length < all.length) shown.push('…');
    return wrap(`${words.facets[name]}${words.colon} ${shown.join(', ')}`, widthOf(io), '');
  });
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function renderHit(
  hit: Hit,
  kinds: Readonly<Record<Hit['kind'], string>>,
  { width, bold, locale }: { readonly width: number; readonly bold: boolean; readonly locale: string },
): string {
  const head = `${plain(hit.title)}  [${kinds[hit.kind]}]  ${hit.id}`;
  const why = hit.why?.map(
    ({ query, term, field, how, score }) =>
      `    ${plain(`${query} → ${term} (${field}, ${how})`)} ${shareText(score, locale)}`,
  );
  const words = wrap(hit.snippet.text, width, '  ');
  // Bold would be cut by a line break, so a terminal gets its marks before the lines are wrapped.
  const text = bold ? wrapMarked(hit, width) : words;
  return [head, text, ...(why ?? [])].join('\n');
}

/** Always as many digits: shares are compared with each other, and add up to the score. */
function shareText(score: number, locale: string): string {
  const digits = { minimumFractionDigits: 3, maximumFractionDigits: 3 };
  return new Intl.NumberFormat(locale, { ...digits, signDisplay: 'always' }).format(score);
}

const BOLD = '\u001b[1m';
const NORMAL = '\u001b[22m';

/** Wraps the plain snippet, then puts the marks in: they take no room. */
function wrapMarked({ snippet }: Hit, width: number): string {
  const starts = new Map<number, string>();
  for (const [start, end] of snippet.ranges) {
    starts.set(start, BOLD);
    starts.set(end, NORMAL);
  }
  // Private-use signs keep the places through wrapping; `plain` leaves them alone.
  let marked = '';
  for (let at = 0; at <= snippet.text.length; at += 1) {
    const sign = starts.get(at);
    if (sign) marked += sign === BOLD ? '\uE000' : '\uE001';
    marked += snippet.text[at] ?? '';
  }
  return wrap(marked, width, '  ').replaceAll('\uE000', BOLD).replaceAll('\uE001', NORMAL);
}
