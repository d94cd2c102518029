/** How many of the quotations written for the project the checker judges as a careful reader would. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '../../../src-main/common/contract/client.ts';
import { unwrap } from '../../../src-main/common/contract/result.ts';
import { createEngine } from '../../../src-main/core/engine.ts';
import { DRAFT_CASES, type DraftCase } from '../../fixtures/drafts/cases.ts';
import { isRight } from '../../fixtures/drafts/judge.ts';
import { SECOND_CASES } from '../../fixtures/drafts/second-cases.ts';
import { SECOND_SOURCES } from '../../fixtures/drafts/second-sources.ts';
import { DRAFT_SOURCES, type DraftSource } from '../../fixtures/drafts/sources.ts';
import { THIRD_CASES, THIRD_SOURCES } from '../../fixtures/drafts/third-set.ts';
import { enginePorts } from '../engine-ports.ts';

interface CaseSet {
  readonly name: string;
  readonly sources: readonly DraftSource[];
  readonly cases: readonly DraftCase[];
  /** What the rules of that day made of it when it was first run; null where it was used to make them. */
  readonly first: number | null;
}

/** A set says how good rules are only once: mended after it, they are made by it too. */
const SETS: readonly CaseSet[] = [
  { name: 'the first hundred', sources: DRAFT_SOURCES, cases: DRAFT_CASES, first: null },
  { name: 'the second hundred', sources: SECOND_SOURCES, cases: SECOND_CASES, first: 82 },
  // Its author knew the rules by then, but none was mended by it.
  { name: 'forty more', sources: THIRD_SOURCES, cases: THIRD_CASES, first: 40 },
];

export interface Judged {
  readonly name: string;
  readonly cases: number;
  readonly right: number;
  readonly first: number | null;
}

export async function judgeSets(): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const { name, sources, cases, first } of SETS) {
    judged.push({ name, cases: cases.length, right: await countRight(sources, cases), first });
  }
  return judged;
}

async function countRight(sources: readonly DraftSource[], cases: readonly DraftCase[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'));
  const engine = createEngine({ path: join(folder, 'drafts.dossier'), create: true }, enginePorts);
  let calls = 0;
  const client = createClient(
    { ...engine, capabilities: { host: 'process', platform: 'bench', can: [] } },
    () => `quality-${(calls += 1)}`,
  );
  try {
    const ids = new Map<string, string>();
    for (const { key, title, byline, site, text } of sources) {
      const bytes = new TextEncoder().encode(text);
      const input = { bytes, fileName: `${key}.txt`, title, byline, site };
      ids.set(key, unwrap(await client.call('source.import', input)).id);
    }
    let right = 0;
    for (const each of cases) {
      const { quotations } = unwrap(await client.call('draft.check', { text: each.draft }));
      if (isRight(each, quotations, ids)) right += 1;
    }
    return right;
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
