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
import { STATUS_MARKS, sayDate, type ExportWords } from '../words.ts';

export function renderClaims(data: ExportData, words: ExportWords): string {
  if (data.claims.length === 0) return '';
  const exported: ReadonlySet<string> = new Set(
    data.sources.flatMap(({ excerpts }) => excerpts.map(({ id }) => id)),
  );
  const claims = data.claims.map((claim) => renderClaim(claim, exported, words));
  return `<section class="claims"><h2>${words.claims}</h2>\n${claims.join('\n')}\n</section>`;
}

function renderClaim(claim: Claim, exported: ReadonlySet<string>, words: ExportWords): string {
  const { status } = claim;
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
${renderEvidence(claim.evidence, exported, words)}
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

function renderEvidence(
  evidence: readonly Evidence[],
  exported: ReadonlySet<string>,
  words: ExportWords,
): string {
  const columns = STANCES.map((stance) => renderColumn(stance, evidence, exported, words)).join('');
  return columns === '' ? '' : `<div class="evidence">${columns}</div>`;
}

function renderColumn(
  stance: Stance,
  evidence: readonly Evidence[],
  exported: ReadonlySet<string>,
  words: ExportWords,
): string {
  const cards = evidence.filter((item) => item.stance === stance);
  if (cards.length === 0) return '';
  return `<section><h4>${words.stances[stance]}</h4>${cards.map((card) => renderCard(card, exported, words)).join('')}</section>`;
}

function renderCard(
  { excerptId, origin, note, quotation, source }: Evidence,
  exported: ReadonlySet<string>,
  words: ExportWords,
): string {
  const title = escapeHtml(source.title);
  const named = exported.has(excerptId) ? `<a href="#x-${escapeHtml(excerptId)}">${title}</a>` : title;
  const details = [
    source.site,
    source.publishedAt === null ? null : sayDate(source.publishedAt, words.locale),
    quotation.page === null ? null : words.page(quotation.page),
  ];
  const where = [named, ...details.filter((part) => part !== null).map(escapeHtml)].join(' · ');
  const first = origin.trim() === '' ? '' : `<p class="meta">${escapeHtml(words.origin(origin))}</p>`;
  return `<div class="card"><blockquote${langAttribute(source.language)}><span class="context">${escapeHtml(before(quotation.prefix))}</span><mark class="${escapeHtml(quotation.color)}">${escapeHtml(quotation.exact)}</mark><span class="context">${escapeHtml(after(quotation.suffix))}</span></blockquote><p class="meta">${where}</p>${first}${proseHtml(note)}</div>`;
}

/** The stored context is cut after so many characters: what is shown of it begins and ends with whole words. */
function before(prefix: string): string {
  return prefix.replace(/^\S*\s+(?=\S)/, '… ');
}

function after(suffix: string): string {
  return suffix.replace(/(?<=\S)\s+\S*$/, ' …');
}
