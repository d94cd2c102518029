/** Captures fixtures and made-up bytes at a fixed time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCapture } from '../../../src-main/core/capture/parse.ts';
import { DossierError } from '../../../src-main/common/contract/errors.ts';
import type { CaptureInput, ParsedArticle } from '../../../src-main/core/ports.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/capture');
const NOW = '2026-01-15T12:00:00.000Z';

export function capture(
  content: string | Uint8Array,
  options: Partial<CaptureInput> = {},
): Promise<ParsedArticle> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return parseCapture({ bytes, fileName: null, now: NOW, ...options });
}

export function captureFixture(
  fileName: string,
  options: Partial<CaptureInput> = {},
): Promise<ParsedArticle> {
  return capture(readFileSync(join(FIXTURES, fileName)), { fileName, ...options });
}

/** The error that a capture ends in. */
export async function captureError(
  content: string | Uint8Array,
  options: Partial<CaptureInput> = {},
): Promise<DossierError> {
  try {
    await capture(content, options);
  } catch (error) {
    if (error instanceof DossierError) return error;
    throw error;
  }
  throw new Error('the capture did not fail');
}
