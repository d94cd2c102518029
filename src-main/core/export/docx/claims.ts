/** Claims in the document: verdict, reasons in order, and the quotations they rest on, each with its source in a footnote. */
import { STANCES, type Claim, type Evidence } from '../../../common/contract/entities.ts';
import type { ExportData, ExportSource } from '../model.ts';
import { citeSource } from '../citation.ts';
import { STATUS_MARKS, sayDate, type ExportWords } from '../words.ts';
import { BULLET_LIST, INDENT } from './numbering.ts';
import { paragraphXml, proseXml } from './paragraphs.ts';
import type { Parts } from './parts.ts';
import { runXml } from './runs.ts';

export interface ClaimScene {
  readonly parts: Parts;
  readonly words: ExportWords;
  /** Of all sources of the export, by id. */
  readonly sources: ReadonlyMap<string, ExportSource>;
}

export function* claimsXml({ claims }: ExportData, scene: ClaimScene): Generator<string> {
  if (claims.length === 0) return;
  yield paragraphXml(runXml(scene.words.claims), { style: 'Heading1', pageBreakBefore: true });
  for (const claim of claims) yield claimXml(claim, scene);
}

function claimXml(claim: Claim, scene: ClaimScene): string {
  const { words } = scene;
  const facts = [
    words.documents(claim.sources),
    words.origins(claim.origins),
    ...claim.tags.map((tag) => `#${tag}`),
    words.written(sayDate(claim.createdAt, words.locale)),
  ];
  const verdict = runXml(`${STATUS_MARKS[claim.status]} ${words.statuses[claim.status]}`, { bold: true });
  return [
    paragraphXml(runXml(claim.statement), { style: 'Heading2' }),
    paragraphXml(verdict + runXml(` · ${facts.join(' · ')}`), { style: 'Meta' }),
    proseXml(claim.note),
    historyXml(claim, words),
    ...STANCES.flatMap((stance) => evidenceXml(stance, claim, scene)),
  ].join('');
}

function historyXml({ history }: Claim, words: ExportWords): string {
  if (history.length === 0) return paragraphXml(runXml(words.noVerdict), { style: 'Meta' });
  return history
    .map(({ at, status, reason, by }, position) => {
      const word = status === 'unreviewed' && position > 0 ? words.reopened : words.statuses[status];
      const details = [sayDate(at, words.locale), by].filter((part) => part !== undefined);
      const head =
        runXml(`${STATUS_MARKS[status]} ${word}`, { bold: true }) + runXml(` · ${details.join(' · ')}`);
      const list = { number: BULLET_LIST, level: 0 };
      return paragraphXml(head, { list }) + proseXml(reason, { indent: INDENT });
    })
    .join('');
}

function evidenceXml(stance: Evidence['stance'], { evidence }: Claim, scene: ClaimScene): string[] {
  const cards = evidence.filter((item) => item.stance === stance);
  if (cards.length === 0) return [];
  const title = runXml(scene.words.stances[stance]);
  return [paragraphXml(title, { style: 'Heading3' }), ...cards.map((card) => cardXml(card, scene))];
}

function cardXml({ quotation, origin, note, source, sourceId }: Evidence, scene: ClaimScene): string {
  const { parts, words, sources } = scene;
  const entry = sources.get(sourceId);
  const cited = entry?.source ?? source;
  const captured = entry?.version.capturedAt ?? null;
  const footnote = parts.footnotes.addCitation(
    citeSource(cited, captured, quotation.page, words),
    entry?.source.url ?? null,
  );
  const quoted = runXml(quotation.exact, { color: quotation.color, language: source.language });
  return [
    paragraphXml(quoted + footnote, { style: 'Quote' }),
    origin.trim() === '' ? '' : paragraphXml(runXml(words.origin(origin)), { style: 'Meta', indent: 480 }),
    proseXml(note, { indent: 480 }),
  ].join('');
}
