/** `draft check FILE`: what a draft quotes and counts, against the notebook. */
import { basename, extname } from 'node:path';
import type { Input, Output } from '../../../common/contract/commands.ts';
import { LARGEST_DRAFT, type CheckedFigure, type CheckedQuotation } from '../../../common/contract/drafts.ts';
import { DossierError } from '../../../common/contract/errors.ts';
import { findFiles, readBytes } from '../files.ts';
import { createOutput, createProgress } from '../output.ts';
import { plain, table } from '../terminal-text.ts';
import { operand, type Call, type Outcome } from '../verb.ts';

type Answer = Output<'draft.check'>;
type Checked = CheckedQuotation | CheckedFigure;

export async function checkDraft(call: Call): Promise<Outcome> {
  const draft = await readDraft(call);
  const { io, words } = call;
  const progress = createProgress(
    createOutput(io.stderr, 'stderr'),
    words.claim.checking,
    io.isTty && !call.json,
  );
  let drawn: Promise<void> = Promise.resolve();
  const answer = await call.ask('draft.check', draft, (done, total) => {
    drawn = drawn.then(() => progress.draw(done, total ?? done));
  });
  await drawn;
  await progress.clear();
  return {
    json: { quotations: answer.quotations.map(quotationJson), figures: answer.figures.map(checkedJson) },
    text: () => report(answer, call),
  };
}

/** Files that are text are sent as they are, so that offsets count in the file; others as an importer reads them. */
async function readDraft(call: Call): Promise<Input<'draft.check'>> {
  const [found] = (await findFiles([operand(call, 0)], call.io)).found;
  if (!found || found.kind === 'address')
    throw new DossierError('not-found', { what: 'file', path: operand(call, 0) });
  if (found.problem) throw found.problem;
  const bytes = await readBytes(found, call.io);
  if (bytes.length > LARGEST_FILE) {
    throw new DossierError('too-large', {
      fileName: basename(found.path),
      size: bytes.length,
      limit: LARGEST_FILE,
    });
  }
  const isText = TEXTS.has(extname(found.file).toLowerCase());
  const text = isText ? decode(bytes) : null;
  return text === null ? { file: { bytes, fileName: basename(found.path) } } : { text };
}

/** Of a Word document most is not text. */
const LARGEST_FILE = 32 * LARGEST_DRAFT;
const TEXTS = new Set(['', '.txt', '.text', '.md', '.markdown', '.mkd']);

/** Null where it is no UTF-8. */
function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function checkedJson({ text, start, end, verdict, sourceId, differs }: Checked) {
  return { text, start, end, verdict, sourceId, differs };
}

function quotationJson(quotation: CheckedQuotation) {
  const { speaker, said } = quotation;
  return { ...checkedJson(quotation), ...(quotation.verdict === 'other speaker' ? { speaker, said } : {}) };
}

function report({ text, quotations, figures }: Answer, call: Call): string {
  const { claim, colon } = call.words;
  if (quotations.length + figures.length === 0) return claim.nothingToCheck;
  const parts = [
    { title: claim.quotations, rows: quotations.map((each) => row(each, text, call)) },
    { title: claim.figures, rows: figures.map((each) => row(each, text, call)) },
  ];
  return parts
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => `${title}${colon}\n${listed(rows, call)}`)
    .join('\n\n');
}

function listed(rows: readonly (readonly string[])[], { words }: Call): string {
  const columns = [
    { title: words.claim.verdict },
    { title: words.claim.draftText, limit: 56 },
    { title: words.columns.title, limit: 32 },
    { title: words.columns.why },
  ];
  return table(columns, rows);
}

function row(checked: Checked, draft: string, { words: { claim } }: Call): string[] {
  const instead = checked.differs.map(({ start, end, was }) => claim.instead(draft.slice(start, end), was));
  const speakers =
    'said' in checked && checked.said !== null ? [claim.saidBy(checked.speaker ?? '', checked.said)] : [];
  const why = plain([...instead, ...speakers].join(' · '));
  return [claim.verdicts[checked.verdict], checked.text, checked.place?.title ?? '', why];
}
