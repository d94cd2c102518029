/** What became of highlights in a newer version: `excerpt candidates`, `confirm`, `anchor` and `keep`. */
import type { ExcerptId, Place } from '../../../common/contract/entities.ts';
import { DossierError } from '../../../common/contract/errors.ts';
import { excerptJson } from '../json.ts';
import { numberText } from '../marks.ts';
import { plain, table } from '../terminal-text.ts';
import { operand, type Call, type Outcome } from '../verb.ts';
import { excerptTable, excerptText } from './excerpt.ts';

export async function listCandidates(call: Call): Promise<Outcome> {
  const { excerpt, stood, candidates } = await call.ask('excerpt.candidates', { id: operand(call, 0) });
  const { words, locale } = call;
  const { columns, places } = words;
  const rows = candidates.map((candidate, at) => [
    String(at + 1),
    numberText(Math.round(candidate.score * 100), locale),
    inContext(candidate),
  ]);
  return {
    json: { excerpt: excerptJson(excerpt), stood, candidates },
    text: () =>
      [
        excerptText(excerpt, call),
        ...(stood ? [`${places.stood}${words.colon} ${plain(inContext(stood))}`] : []),
        rows.length === 0
          ? places.none
          : table(
              [{ title: '#' }, { title: columns.score, align: 'right' }, { title: columns.quotation }],
              rows,
            ),
      ].join('\n'),
  };
}

export async function confirmExcerpts(call: Call): Promise<Outcome> {
  const { excerpts } = await call.ask('excerpt.confirm', { ids: call.operands as ExcerptId[] });
  return { json: { excerpts: excerpts.map(excerptJson) }, text: () => excerptTable(excerpts, call) };
}

/** The candidate is numbered as `excerpt candidates` lists them; the best where none is named. */
export async function anchorExcerpt(call: Call): Promise<Outcome> {
  const id = operand(call, 0) as ExcerptId;
  const number = call.options.number('candidate') ?? 1;
  const { candidates } = await call.ask('excerpt.candidates', { id });
  const chosen = candidates[number - 1];
  if (!chosen) throw new DossierError('not-found', { what: 'candidate', id: String(number) });
  const { versionId: version, start, end } = chosen;
  const { excerpt } = await call.ask('excerpt.anchor', { id, version, start, end });
  return { json: { excerpt: excerptJson(excerpt) }, text: () => excerptText(excerpt, call) };
}

export async function keepExcerpts(call: Call): Promise<Outcome> {
  const { excerpts } = await call.ask('excerpt.keep', { ids: call.operands as ExcerptId[] });
  return { json: { excerpts: excerpts.map(excerptJson) }, text: () => excerptTable(excerpts, call) };
}

/** The words highlighted stand in brackets. */
function inContext({ before, exact, after }: Place): string {
  return `${before.slice(-CONTEXT)}[${exact}]${after.slice(0, CONTEXT)}`;
}

const CONTEXT = 40;
