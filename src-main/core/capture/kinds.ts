/** What kind of article some text is: by the user's word, by its name, else by its first characters. */
import { DossierError } from '../../common/contract/errors.ts';
import type { SourceKind } from '../../common/contract/entities.ts';

const BY_EXTENSION: Readonly<Record<string, SourceKind>> = {
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  md: 'markdown',
  markdown: 'markdown',
  mkd: 'markdown',
  txt: 'text',
  text: 'text',
};

const MEDIA_TYPES: Readonly<Record<SourceKind, string>> = {
  html: 'text/html',
  markdown: 'text/markdown',
  text: 'text/plain',
};

/** Text on the outside, but what one reads is wrapped in codes that no reader here understands yet. */
const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/^\{\\rtf/, 'rtf'],
  [/^(?:From: <Saved by|MIME-Version: 1\.0)/i, 'mhtml'],
];

const HTML_START =
  /^(?:<\?xml[^>]*>\s*|<!--[^]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|article|main|meta|title)[\s>/]/i;
const MARKDOWN_START = /^(?:---\r?\n[^]{1,4000}?\r?\n---\r?\n|# \S)/;

export function mediaTypeOf(kind: SourceKind): string {
  return MEDIA_TYPES[kind];
}

/** @throws DossierError unsupported */
export function tellKind(text: string, fileName: string | null, as: SourceKind | undefined): SourceKind {
  if (as) return as;
  const start = text.slice(0, 8192).trimStart();
  for (const [pattern, what] of UNSUPPORTED) {
    if (pattern.test(start)) throw new DossierError('unsupported', { what, fileName });
  }
  const extension = /\.([a-z0-9]+)$/i.exec(fileName ?? '')?.[1]?.toLowerCase() ?? '';
  const named = BY_EXTENSION[extension];
  if (named) return named;
  if (HTML_START.test(start)) return 'html';
  return MARKDOWN_START.test(start) ? 'markdown' : 'text';
}
