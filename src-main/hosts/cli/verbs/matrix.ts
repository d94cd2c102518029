/** `claim matrix` and `excerpt changed`. */
import type { Output } from '../../../common/contract/commands.ts';
import { STATUSES, type SourceId } from '../../../common/contract/entities.ts';
import type { ChangedQuotation, MatrixCell } from '../../../common/contract/ledger.ts';
import { numberText, statusText } from '../marks.ts';
import { plain, plainLines, table } from '../terminal-text.ts';
import type { Call, Outcome } from '../verb.ts';
import { findCollection } from './collection.ts';

type Matrix = Omit<Output<'claim.matrix'>, 'csv'>;

/** With `--csv` the table alone, for a spreadsheet. */
export async function showMatrix(call: Call): Promise<Outcome> {
  const { options, ask, io } = call;
  const shelf = options.get('collection');
  const isCsv = options.has('csv');
  const { csv, ...matrix } = await ask('claim.matrix', {
    status: options.choice('status', STATUSES),
    tag: options.get('tag'),
    exactTag: options.has('exact-tag'),
    sources: options.all('source') as SourceId[] | undefined,
    collection: shelf === undefined ? undefined : await findCollection(ask, shelf),
    csv: isCsv,
  });
  // A terminal is not steered by a title; a file holds what the engine wrote.
  const tableText = (): string => (io.stdout.isTTY ? plainLines(csv ?? '') : (csv ?? '')).trimEnd();
  return { json: matrix, text: isCsv ? tableText : () => matrixText(matrix, call) };
}

/** As in the window; in brackets where a source further left says it for the same origin. */
const SIGNS: Readonly<Record<MatrixCell['stance'], string>> = {
  supports: '+',
  disputes: '≠',
  mentions: '−',
  both: '±',
};
const signOf = ({ stance, isRepeat }: MatrixCell): string =>
  isRepeat ? `(${SIGNS[stance]})` : SIGNS[stance];

function matrixText(matrix: Matrix, { words, locale }: Call): string {
  if (matrix.claims.length === 0) return words.noClaims;
  const { claim: own, columns, colon } = words;
  const numbers = new Map(matrix.sources.map(({ id }, at) => [id, String(at + 1)]));
  const cells = new Map(matrix.cells.map((cell) => [`${cell.claim} ${cell.source}`, cell]));
  const rows = matrix.claims.map((claim) => [
    statusText(claim.status, words),
    claim.statement,
    `${claim.supports}${own.against}${claim.disputes}`,
    [
      ...claim.flippingOrigins.map(({ origin }) => origin),
      ...claim.flips.flatMap((id) => numbers.get(id) ?? []),
    ].join(', '),
    ...matrix.sources.map(({ id }) => {
      const cell = cells.get(`${claim.id} ${id}`);
      return cell ? signOf(cell) : '';
    }),
  ]);
  const titles = [
    { title: columns.status },
    { title: columns.statement, limit: 48 },
    { title: own.weight },
    { title: own.flips, limit: 24 },
    ...matrix.sources.map(({ id }) => ({ title: numbers.get(id) ?? '' })),
  ];
  const sources = matrix.sources.map(({ id, title, site, origin, isOrigin }) => {
    const from = origin === '' || isOrigin ? '' : ` [${origin}]`;
    return plain(`${numbers.get(id)}  ${title}${site === null ? '' : ` (${site})`}${from}`);
  });
  const left = [
    ...(matrix.left > 0 ? [`${columns.claims}${colon} +${numberText(matrix.left, locale)}`] : []),
    ...(matrix.sourcesLeft > 0
      ? [`${columns.sources}${colon} +${numberText(matrix.sourcesLeft, locale)}`]
      : []),
  ];
  return [table(titles, rows), own.signs, ...sources, ...left].join('\n');
}

export async function listChanged(call: Call): Promise<Outcome> {
  const { quotations, left } = await call.ask('excerpt.changed', {
    source: call.operands[0] as SourceId | undefined,
  });
  const { words } = call;
  return {
    json: { quotations, left },
    text: () =>
      quotations.length === 0
        ? words.claim.noneChanged
        : quotations.map((quotation) => changedText(quotation, call)).join('\n\n'),
  };
}

/** The words that differ stand in brackets: `[-those of before-]` and `{+those of now+}`. */
function changedText(
  { excerptId, isKept, before, after, words: changes, claims }: ChangedQuotation,
  call: Call,
) {
  const { words } = call;
  const state = isKept ? words.claim.kept : after ? words.claim.changed : words.claim.vanished;
  const marked = (text: string, side: 'before' | 'after', open: string, close: string): string => {
    let [shown, at] = ['', 0];
    for (const change of changes) {
      const { start, end } = change[side];
      if (start === end) continue;
      shown += `${text.slice(at, start)}${open}${text.slice(start, end)}${close}`;
      at = end;
    }
    return plain(shown + text.slice(at));
  };
  return [
    `${excerptId}  ${state}`,
    `  ${marked(before.text, 'before', '[-', '-]')}`,
    ...(after ? [`  ${marked(after.text, 'after', '{+', '+}')}`] : []),
    ...claims.map(
      ({ status, statement, stance }) =>
        `  ${statusText(status, words)}  ${plain(statement)} (${words.stances[stance]})`,
    ),
  ].join('\n');
}
