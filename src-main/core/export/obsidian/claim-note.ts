/** The note of a claim: its verdicts, and the passages that it rests on, embedded from the notes of their sources. */
import { STANCES, type Claim, type Evidence } from '../../../common/contract/entities.ts';
import { bullets, joined, oneLine, paragraph, type MarkdownBlock, type Phrase } from '../markdown/write.ts';
import { STATUS_MARKS, sayDate } from '../words.ts';
import { anchorOf } from './source-note.ts';
import { tagLinks, tagProperties, vaultWriter as write, wikilink, type Vault } from './vault.ts';

export function claimProperties(claim: Claim, vault: Vault): object {
  return {
    aliases: [oneLine(claim.statement)],
    tags: tagProperties(vault, claim.tags),
    status: claim.status,
    sources: claim.sources,
    origins: claim.origins,
    written: claim.createdAt.slice(0, 10),
    recheck: claim.recheckBy ?? null,
    id: claim.id,
  };
}

export function claimNote(claim: Claim, vault: Vault): MarkdownBlock[] {
  const { words } = vault;
  return [
    write.heading(1, claim.statement),
    joined(
      write.strong(`${STATUS_MARKS[claim.status]} ${words.statuses[claim.status]}`),
      write.text(words.documents(claim.sources)),
      write.text(words.origins(claim.origins)),
      ...tagLinks(vault, claim.tags),
    ),
    ...write.prose(claim.note),
    write.heading(2, words.verdicts),
    ...verdicts(claim, vault),
    ...STANCES.flatMap((stance) => evidenceBlocks(stance, claim, vault)),
  ];
}

function verdicts({ history }: Claim, { words }: Vault): MarkdownBlock[] {
  if (history.length === 0) return [paragraph(write.text(words.noVerdict))];
  const items = history.map(({ at, status, reason, by }, position) => {
    const word = status === 'unreviewed' && position > 0 ? words.reopened : words.statuses[status];
    const author = by === undefined ? null : write.text(oneLine(by));
    return [
      joined(write.text(sayDate(at, words.locale)), write.strong(`${STATUS_MARKS[status]} ${word}`), author),
      ...write.prose(reason),
    ];
  });
  return [bullets(items)];
}

function evidenceBlocks(stance: Evidence['stance'], { evidence }: Claim, vault: Vault): MarkdownBlock[] {
  const items = evidence.filter((item) => item.stance === stance);
  if (items.length === 0) return [];
  return [
    write.heading(2, vault.words.stances[stance]),
    ...items.flatMap((item) => passageBlocks(item, vault)),
  ];
}

function passageBlocks(evidence: Evidence, vault: Vault): MarkdownBlock[] {
  const { sourceId, excerptId, quotation, source, origin, note } = evidence;
  const { words, paths, excerpts } = vault;
  const path = paths.get(sourceId);
  return [
    path !== undefined && excerpts.has(excerptId)
      ? paragraph(`![[${path}${anchorOf(excerptId)}]]` as Phrase)
      : write.quotation(quotation.exact),
    joined(
      wikilink(vault, sourceId, source.title),
      source.site === null ? null : write.text(oneLine(source.site)),
      quotation.page === null ? null : write.text(words.page(oneLine(quotation.page))),
      origin.trim() === '' ? null : write.text(words.origin(oneLine(origin))),
    ),
    ...write.prose(note),
  ];
}
