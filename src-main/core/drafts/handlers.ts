/** The checker of drafts: what a text quotes and counts, against what the notebook holds. */
import {
  LARGEST_DRAFT,
  MOST_FIGURES,
  MOST_QUOTATIONS,
  MOST_UNCLOSED,
  type CheckedDraft,
  type CheckedFigure,
  type CheckedQuotation,
} from '../../common/contract/drafts.ts';
import type { Checked } from '../../common/contract/commands.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { findFigures } from '../../common/draft/figures.ts';
import type { Span } from '../../common/draft/spans.ts';
import { plainDraft } from '../../common/draft/plain-draft.ts';
import { readQuotations } from '../../common/draft/quotations.ts';
import { query, type Context, type Handlers } from '../handler.ts';
import { isoTime } from '../storage/columns.ts';
import { checkFigure, judgeQuoted, languageOf } from './figures.ts';
import { Passages } from './passages.ts';
import { checkQuotation } from './quotations.ts';

export const draftHandlers = {
  'draft.check': query(async (context, input) => check(context, await readDraft(context, input))),
} satisfies Handlers;

/**
 * The search worker finds the passages, and each is judged in milliseconds: other calls are answered in between.
 * @throws DossierError cancelled
 */
async function check(context: Context, text: string): Promise<CheckedDraft> {
  const plain = plainDraft(text);
  const { quotations, unclosed } = readQuotations(plain);
  const figures = findFigures(plain, languageOf(plain));
  const most = { quotations: quotations.slice(0, MOST_QUOTATIONS), figures: figures.slice(0, MOST_FIGURES) };
  const total = most.quotations.length + most.figures.length;
  const passages = new Passages(context);
  await passages.learn(plain);
  const checked = { quotations: [] as CheckedQuotation[], figures: [] as CheckedFigure[] };
  const tell = (): void => {
    context.progress(checked.quotations.length + checked.figures.length, total);
  };
  for (const quotation of most.quotations) {
    checked.quotations.push(await checkQuotation(plain, quotation, passages));
    tell();
  }
  for (const figure of most.figures) {
    const around = quotationAround(figure, checked.quotations);
    const judged = around && judgeQuoted(figure, around);
    checked.figures.push(judged ?? (await checkFigure(plain, figure, passages)));
    tell();
  }
  const left = quotations.length + figures.length - total;
  return { text, ...checked, left, unclosed: unclosed.slice(0, MOST_UNCLOSED) };
}

/** @param quotations in the order of the text */
function quotationAround(
  { start, end }: Span,
  quotations: readonly CheckedQuotation[],
): CheckedQuotation | null {
  let from = 0;
  let to = quotations.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((quotations[middle]?.end ?? 0) < end) from = middle + 1;
    else to = middle;
  }
  const found = quotations[from];
  return found && found.start <= start ? found : null;
}

/** Text as it is; of a file of another kind, what its importer reads of it. */
async function readDraft({ ports, signal }: Context, input: Checked<'draft.check'>): Promise<string> {
  if (input.text !== undefined) return limit(input.text);
  if (!input.file) throw new DossierError('invalid', { what: 'draft', reason: 'empty' });
  const { bytes, fileName } = input.file;
  const now = isoTime(ports.clock.now());
  return limit((await ports.parser.parse({ bytes, fileName, now }, signal)).text);
}

function limit(text: string): string {
  if (text.trim() === '') throw new DossierError('invalid', { what: 'draft', reason: 'empty' });
  if (text.length > LARGEST_DRAFT)
    throw new DossierError('too-large', { what: 'draft', size: text.length, limit: LARGEST_DRAFT });
  return text;
}
