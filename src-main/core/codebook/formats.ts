/** Which format the bytes of a codebook are in, and their text. */
import { LARGEST_CODEBOOK } from '../../common/contract/codebook.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { Code } from './code.ts';
import { readCsv } from './csv.ts';
import { readQdc } from './qdc.ts';

/** Told by the content, whatever the file is called. @throws DossierError unreadable, too-large */
export function readCodebook(bytes: Uint8Array, fileName: string | null): Code[] {
  const size = bytes.length;
  if (size > LARGEST_CODEBOOK)
    throw new DossierError('too-large', { fileName, size, limit: LARGEST_CODEBOOK });
  const text = decode(bytes);
  if (text.trim() === '') throw new DossierError('unreadable', { fileName, reason: 'empty' });
  if (text.includes('\0')) throw new DossierError('unreadable', { fileName, reason: 'binary-codebook' });
  const codes = /^\s*</.test(text) ? readQdc(text, fileName) : readCsv(text, fileName);
  if (codes.length === 0) throw new DossierError('unreadable', { fileName, reason: 'empty-codebook' });
  return codes;
}

/** UTF-16 where its mark says so; what is no UTF-8 was written by an older spreadsheet. */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes);
    throw error;
  }
}
