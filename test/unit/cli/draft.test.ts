import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DRAFT_SOURCES } from '../../fixtures/drafts/sources.ts';
import { createHarness } from './harness.ts';

it('checks a draft: fields of the contract, offsets of the file, words that differ', async () => {
  const { cwd, run, json } = createHarness();
  const [barrage] = DRAFT_SOURCES;
  if (!barrage) throw new Error('no source');
  writeFileSync(join(cwd, 'barrage.txt'), barrage.text);
  const draft =
    'Selon Nadia Berrada, « la crue de 1999 n’était pas un hasard, c’était un avertissement que l’on a choisi d’oublier ». Le chantier du barrage coûtera 46,7 millions d’euros et durera trois ans.';
  writeFileSync(join(cwd, 'draft.md'), draft);
  const imported = await json('import', join(cwd, 'barrage.txt'), '--title', barrage.title);
  const answer = await json('draft', 'check', 'draft.md');
  const start = draft.indexOf('la crue');
  const at = draft.indexOf('hasard');
  expect(answer.quotations).toEqual([
    {
      text: draft.slice(start, draft.indexOf(' »')),
      start,
      end: draft.indexOf(' »'),
      verdict: 'altered',
      sourceId: imported.sources[0].id,
      differs: [{ start: at, end: at + 6, was: 'accident' }],
    },
  ]);
  expect(answer.figures).toMatchObject([{ text: '46,7 millions d’euros', verdict: 'found', differs: [] }]);
  const { out, code } = await run('draft', 'check', 'draft.md');
  expect(code).toBe(0);
  expect(out).toContain('“hasard”, in the source “accident”');
  expect((await run('draft', 'check', 'nothing.md')).code).toBe(1);
});
