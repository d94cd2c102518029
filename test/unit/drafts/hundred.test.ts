import { expect, it } from 'vitest';
import type { CheckedQuotation } from '../../../src-main/common/contract/drafts.ts';
import { DRAFT_CASES } from '../../fixtures/drafts/cases.ts';
import { isRight } from '../../fixtures/drafts/judge.ts';
import { SECOND_CASES } from '../../fixtures/drafts/second-cases.ts';
import { SECOND_SOURCES } from '../../fixtures/drafts/second-sources.ts';
import { DRAFT_SOURCES, type DraftSource } from '../../fixtures/drafts/sources.ts';
import { THIRD_CASES, THIRD_SOURCES } from '../../fixtures/drafts/third-set.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../../support/engine.ts';

/** What must be judged right of the hundred. */
const LEAST = 0.98;

/** The second was written before its author had read the rules, the third after they were mended by it. */
it.each([
  ['the first hundred', DRAFT_SOURCES, DRAFT_CASES],
  ['the second hundred', SECOND_SOURCES, SECOND_CASES],
  ['forty more', THIRD_SOURCES, THIRD_CASES],
] as const)('judges %s quotations as a careful reader would', async (_, sources, cases) => {
  const app = openTestEngine();
  const ids = await importSources(app, sources);
  const wrong: string[] = [];
  for (const each of cases) {
    const { quotations } = await app.run('draft.check', { text: each.draft });
    if (isRight(each, quotations, ids)) continue;
    wrong.push(
      `${each.draft}\n  wanted ${each.verdict} ${each.source ?? ''}, got ${describeAll(quotations)}`,
    );
  }
  expect(wrong.length / cases.length, wrong.join('\n')).toBeLessThanOrEqual(1 - LEAST);
});

async function importSources(
  app: TestEngine,
  sources: readonly DraftSource[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const { key, title, byline, site, text } of sources) {
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
