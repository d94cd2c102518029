/** The checker of drafts: what a text quotes and counts, against what the notebook holds. */
import { LARGEST_DRAFT, type CheckedFigure, type CheckedQuotation } from '../../common/contract/drafts.ts';
import type { Checked, Output } from '../../common/contract/commands.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { findFigures } from '../../common/draft/figures.ts';
import { plainDraft } from '../../common/draft/plain-draft.ts';
import { findQuotations } from '../../common/draft/quotations.ts';
import { query, type Context, type Handlers } from '../handler.ts';
import { isoTime } from '../storage/columns.ts';
import { checkFigure, languageOf } from './figures.ts';
import { Passages } from './passages.ts';
import { checkQuotation } from './quotations.ts';

export const draftHandlers = {
  'draft.check': query(async (context, input) => check(context, await readDraft(context, input))),
} satisfies Handlers;

/**
 * The search worker finds the passages, and each is judged in milliseconds: other calls are answered in between.
 * @throws DossierError cancelled
 */
async function check(context: Context, text: string): Promise<Output<'draft.check'>> {
  const plain = plainDraft(text);
  const quotations = findQuotations(plain);
  const figures = findFigures(plain, languageOf(plain));
  const passages = new Passages(context);
  const total = quotations.length + figures.length;
  const checkedQuotations: CheckedQuotation[] = [];
  const checkedFigures: CheckedFigure[] = [];
  const tell = (): void => {
    context.progress(checkedQuotations.length + checkedFigures.length, total);
  };
  for (const quotation of quotations) {
    checkedQuotations.push(await checkQuotation(plain, quotation, passages));
    tell();
  }
  for (const figure of figures) {
    checkedFigures.push(await checkFigure(plain, figure, passages));
    tell();
  }
  return { text, quotations: checkedQuotations, figures: checkedFigures };
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
