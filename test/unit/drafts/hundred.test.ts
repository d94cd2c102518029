import { expect, it } from 'vitest';
import type { CheckedQuotation } from '../../../src-main/common/contract/drafts.ts';
import { DRAFT_CASES } from '../../fixtures/drafts/cases.ts';
import { DRAFT_SOURCES } from '../../fixtures/drafts/sources.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../../support/engine.ts';

/** What must be judged right of the hundred. */
const LEAST = 0.98;

it('judges a hundred true, altered and foreign quotations as a careful reader would', async () => {
  const app = openTestEngine();
  const sources = await importSources(app);
  const wrong: string[] = [];
  for (const { draft, verdict, source } of DRAFT_CASES) {
    const { quotations } = await app.run('draft.check', { text: draft });
    const [found] = quotations;
    const isRight =
      quotations.length === 1 &&
      found?.verdict === verdict &&
      found.sourceId === (source && (sources.get(source) ?? null));
    if (!isRight) wrong.push(`${draft}\n  wanted ${verdict} ${source ?? ''}, got ${describeAll(quotations)}`);
  }
  expect(DRAFT_CASES).toHaveLength(100);
  expect(wrong.length / DRAFT_CASES.length, wrong.join('\n')).toBeLessThanOrEqual(1 - LEAST);
});

async function importSources(app: TestEngine): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { key, title, byline, site, text } of DRAFT_SOURCES) {
    const { id } = await app.run('source.import', {
      bytes: bytesOf(text),
      fileName: `${key}.txt`,
      title,
      byline,
      site,
    });
    ids.set(key, id);
  }
  return ids;
}

const describeAll = (quotations: readonly CheckedQuotation[]): string =>
  quotations
    .map(({ verdict, speaker, said, differs }) => JSON.stringify({ verdict, speaker, said, differs }))
    .join('; ');
