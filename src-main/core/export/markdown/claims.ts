/** One claim in Markdown: its verdict, the reasons for it, and the passages it rests on. */
import type { Claim, Evidence, Status, Verdict } from '../../../common/contract/entities.ts';
import {
  bullets,
  citekey,
  footnoteCall,
  heading,
  joined,
  link,
  oneLine,
  paragraph,
  prose,
  strong,
  text,
  type MarkdownBlock,
  type Phrase,
} from './write.ts';
import { STATUS_MARKS, sayDate, type ExportWords } from '../words.ts';

export function statusWord(status: Status, words: ExportWords): string {
  return `${STATUS_MARKS[status]} ${words.statuses[status]}`;
}

/** One piece of text for all tags, or nothing. */
export function tagList(tags: readonly string[]): Phrase[] {
  return tags.length === 0 ? [] : [text(tags.map((tag) => `#${oneLine(tag)}`).join(' '))];
}

/** `paths` holds the file of each exported source, by id; other sources are named without a link. */
export function renderClaim(
  claim: Claim,
  words: ExportWords,
  paths: ReadonlyMap<string, string>,
  keys: ReadonlyMap<string, string>,
): MarkdownBlock[] {
  return [
    heading(3, claim.statement),
    joined(
      strong(statusWord(claim.status, words)),
      text(words.documents(claim.sources)),
      text(words.origins(claim.origins)),
      ...tagList(claim.tags),
      text(words.written(sayDate(claim.createdAt, words.locale))),
    ),
    ...prose(claim.note),
    ...(claim.history.length > 0
      ? [
          paragraph(text(`${words.verdicts}${words.colon}`)),
          bullets(claim.history.map((verdict, at) => renderVerdict(verdict, at, words))),
        ]
      : [paragraph(text(words.noVerdict))]),
    ...(claim.evidence.length > 0
      ? [
          paragraph(text(`${words.evidence}${words.colon}`)),
          bullets(claim.evidence.map((evidence) => renderEvidence(evidence, words, paths, keys))),
        ]
      : []),
  ];
}

function renderVerdict(
  { at, status, reason }: Verdict,
  position: number,
  words: ExportWords,
): MarkdownBlock[] {
  const word =
    status === 'unreviewed' && position > 0
      ? `${STATUS_MARKS[status]} ${words.reopened}`
      : statusWord(status, words);
  return [joined(text(sayDate(at, words.locale)), strong(word)), ...prose(reason)];
}

function renderEvidence(
  { sourceId, stance, origin, note, quotation, source }: Evidence,
  words: ExportWords,
  paths: ReadonlyMap<string, string>,
  keys: ReadonlyMap<string, string>,
): MarkdownBlock[] {
  const path = paths.get(sourceId);
  const key = keys.get(sourceId);
  const page = quotation.page === null ? null : words.page(oneLine(quotation.page));
  return [
    paragraph(
      strong(words.stances[stance]),
      text(`${words.colon} ${words.quote(oneLine(quotation.exact))} (`),
      path === undefined ? text(oneLine(source.title)) : link(path, source.title),
      text(page === null ? ')' : `, ${page})`),
      ...(key === undefined ? [] : [text(' '), citekey(key, page), text(' '), footnoteCall(key)]),
    ),
    ...(origin.trim() === '' ? [] : [paragraph(text(words.origin(oneLine(origin))))]),
    ...prose(note),
  ];
}
