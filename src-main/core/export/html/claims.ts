/** The ledger of claims in the page: verdict, reasons in order, and the passages in three columns. */
import {
  STANCES,
  type Claim,
  type Evidence,
  type Stance,
  type Verdict,
} from '../../../common/contract/entities.ts';
import { escapeHtml, langAttribute, proseHtml } from './text.ts';
import type { ExportData } from '../model.ts';
import { createCiter, type Citer } from '../citation.ts';
import { citationHtml } from './citation.ts';
import { STATUS_MARKS, sayDate, type ExportWords } from '../words.ts';

export function renderClaims(data: ExportData, words: ExportWords): string {
  if (data.claims.length === 0) return '';
  const exported: ReadonlySet<string> = new Set(
    data.sources.flatMap(({ excerpts }) => excerpts.map(({ id }) => id)),
  );
  const around = { exported, words, cite: createCiter(data, words) };
  const claims = data.claims.map((claim) => renderClaim(claim, around));
  return `<section class="claims"><h2>${words.claims}</h2>\n${claims.join('\n')}\n</section>`;
}

interface Around {
  /** Highlights that stand in the page. */
  readonly exported: ReadonlySet<string>;
  readonly words: ExportWords;
  readonly cite: Citer;
}

function renderClaim(claim: Claim, around: Around): string {
  const { status } = claim;
  const { words } = around;
  const meta = [
    escapeHtml(words.documents(claim.sources)),
    escapeHtml(words.origins(claim.origins)),
    ...claim.tags.map((tag) => `<span class="tag">#${escapeHtml(tag)}</span>`),
    escapeHtml(words.written(sayDate(claim.createdAt, words.locale))),
  ];
  return `<article class="claim" id="c-${escapeHtml(claim.id)}">
<p class="verdict"><span class="mark ${escapeHtml(status)}">${STATUS_MARKS[status]} ${words.statuses[status]}</span></p>
<h3>${escapeHtml(claim.statement)}</h3>
<p class="meta">${meta.join(' · ')}</p>
${proseHtml(claim.note)}
${renderHistory(claim.history, words)}
${renderEvidence(claim.evidence, around)}
</article>`;
}

function renderHistory(history: readonly Verdict[], words: ExportWords): string {
  if (history.length === 0) return `<p class="meta">${words.noVerdict}</p>`;
  const steps = history.map(({ at, status, reason }, position) => {
    const word = status === 'unreviewed' && position > 0 ? words.reopened : words.statuses[status];
    const date = `<time datetime="${escapeHtml(at)}">${escapeHtml(sayDate(at, words.locale))}</time>`;
    return `<li><span class="mark ${escapeHtml(status)}">${STATUS_MARKS[status]} ${word}</span> ${date}${proseHtml(reason)}</li>`;
  });
  return `<ol class="history" aria-label="${words.verdicts}">${steps.join('')}</ol>`;
}

function renderEvidence(evidence: readonly Evidence[], around: Around): string {
  const columns = STANCES.map((stance) => renderColumn(stance, evidence, around)).join('');
  return columns === '' ? '' : `<div class="evidence">${columns}</div>`;
}

function renderColumn(stance: Stance, evidence: readonly Evidence[], around: Around): string {
  const cards = evidence.filter((item) => item.stance === stance);
  if (cards.length === 0) return '';
  return `<section><h4>${around.words.stances[stance]}</h4>${cards.map((card) => renderCard(card, around)).join('')}</section>`;
}

function renderCard(card: Evidence, { exported, words, cite }: Around): string {
  const { excerptId, origin, note, quotation, source } = card;
  const { citation, link } = cite.evidence(card);
  const reference = citationHtml(citation, link);
  const back = exported.has(excerptId)
    ? ` <a href="#x-${escapeHtml(excerptId)}">${escapeHtml(words.backToText)}</a>`
    : '';
  const first = origin.trim() === '' ? '' : `<p class="meta">${escapeHtml(words.origin(origin))}</p>`;
  return `<div class="card"><blockquote${langAttribute(source.language)}><span class="context">${escapeHtml(before(quotation.prefix))}</span><mark class="${escapeHtml(quotation.color)}">${escapeHtml(quotation.exact)}</mark><span class="context">${escapeHtml(after(quotation.suffix))}</span></blockquote><p class="meta cited">${reference}.${back}</p>${first}${proseHtml(note)}</div>`;
}

/** The stored context is cut after so many characters: what is shown of it begins and ends with whole words. */
function before(prefix: string): string {
  return prefix.replace(/^\S*\s+(?=\S)/, '… ');
}

function after(suffix: string): string {
  return suffix.replace(/(?<=\S)\s+\S*$/, ' …');
}
