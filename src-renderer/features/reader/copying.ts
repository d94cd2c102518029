/** What of a passage is put on the clipboard: its words with their reference, or an address that leads back to it. */
import { type InternalLink, formatAppAddress } from '../../../src-main/common/document/internal-links.ts';
import { pagesOf } from '../../../src-main/common/document/pages.ts';
import { formatTextFragment } from '../../../src-main/common/document/text-fragment.ts';
import type { SourceDetail } from '../../../src-main/common/contract/entities.ts';
import type { TextRange } from '../../anchoring/text-range.ts';
import { writeDate } from '../../messages/dates.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { copyText } from '../../ui/clipboard.ts';
import { cite } from './citation.ts';

/** A highlight, or a passage that is none. */
export interface Copied extends TextRange {
  readonly id?: string;
}

export async function copyCitation(app: AppState, source: SourceDetail, range: TextRange): Promise<void> {
  const t = app.t.reader;
  const date = (iso: string): string => writeDate(iso, app.locale);
  const exact = source.text.slice(range.start, range.end);
  const page = source.pages && pagesOf(source.pages, range.start, range.end);
  await put(app, cite(exact, page, source, { ...t.citation, date }), t.copied);
}

/** Of a highlight, which is found wherever it is carried to; of any other passage by its place and first words. */
export async function copyAddress(app: AppState, source: SourceDetail, range: Copied): Promise<void> {
  await put(app, formatAppAddress(linkTo(source, range)), app.t.reader.copyMenu.linkCopied);
}

function linkTo({ id, text }: SourceDetail, range: Copied): InternalLink {
  if (range.id !== undefined) return { kind: 'excerpt', id: range.id, passage: null };
  const { start, end } = range;
  return { kind: 'source', id, passage: { start, end, quote: text.slice(start, end) } };
}

/** Null where the source has no address on the web. */
export function originalAddress(source: SourceDetail, range: TextRange): string | null {
  return formatTextFragment(source.url, source.text, range);
}

export async function copyOriginal(app: AppState, source: SourceDetail, range: TextRange): Promise<void> {
  const address = originalAddress(source, range);
  if (address !== null) await put(app, address, app.t.reader.copyMenu.originalCopied);
}

async function put(app: AppState, text: string, done: string): Promise<void> {
  const isCopied = await copyText(text);
  app.notices.show({ kind: 'info', text: isCopied ? done : app.t.reader.notCopied });
}
