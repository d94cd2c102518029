import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createHarness, type HarnessOptions } from './harness.ts';

const URL = 'https://example.org/page';
const KEPT = 'Le conseil a voté le budget de la ville en séance publique au mois de mars.';
const EDITED = 'La centrale coûtera quatre cent douze millions d’euros, selon le rapport de la chambre.';
const TWIN = 'Le maire a promis que la ligne ouvrirait avant la fin de la décennie prochaine.';
const GONE = 'Un habitant du quartier se souvient des orages de son enfance au bord du fleuve.';

/** A page with four highlights, captured again: one stands as it did, one in other words, one in either of two, one nowhere. */
async function capturedAgain(options: HarnessOptions = {}) {
  const harness = createHarness(options);
  const { json, cwd } = harness;
  const file = join(cwd, 'page.md');
  const page = (...paragraphs: readonly string[]): string => `# Page\n\n${paragraphs.join('\n\n')}\n`;
  writeFileSync(file, page(KEPT, EDITED, TWIN, GONE));
  const [{ id: source }] = (await json('import', 'page.md', '--url', URL)).sources;
  const ids: string[] = [];
  for (const quote of [KEPT, EDITED, TWIN, GONE]) {
    ids.push((await json('excerpt', 'add', source, '--quote', quote)).excerpt.id);
  }
  const changed = EDITED.replace('quatre cent douze', 'quatre cent vingt');
  const [left, right] = [TWIN.replace('maire', 'préfet'), TWIN.replace('promis', 'annoncé')];
  writeFileSync(file, page(KEPT, changed, left, right));
  await json('import', 'page.md', '--url', URL);
  const anchorOf = async (id: string | undefined): Promise<string> => {
    const { excerpts } = await json('excerpt', 'list', source);
    return excerpts.find((each: { readonly id: string }) => each.id === id)?.anchor;
  };
  const [kept = '', edited = '', twin = '', gone = ''] = ids;
  return { ...harness, source, kept, edited, twin, gone, anchorOf, changed, left, right };
}

describe('highlights on a newer version, from the command line', () => {
  it('stand where their words are, in changed words as moved, and else nowhere', async () => {
    const { kept, edited, twin, gone, anchorOf } = await capturedAgain();
    expect(await anchorOf(kept)).toBe('exact');
    expect(await anchorOf(edited)).toBe('moved');
    expect(await anchorOf(twin)).toBe('moved');
    expect(await anchorOf(gone)).toBe('orphan');
  });

  it('lists where one may stand, the best first, with the words around it', async () => {
    const { json, run, twin, gone, left, right } = await capturedAgain();
    const { stood, candidates } = await json('excerpt', 'candidates', twin);
    expect(stood.exact).toBe(TWIN);
    const places = candidates.map(({ exact }: { readonly exact: string }) => exact);
    expect(places.toSorted()).toEqual([right, left].toSorted());
    const { out } = await run('excerpt', 'candidates', twin);
    expect(out).toContain(`[${TWIN}]`);
    expect(out).toMatch(/^1 +\d\d +\[?.*Le /mu);
    expect((await run('excerpt', 'candidates', gone)).out).not.toContain('#');
  });

  it('puts one where it is told to, and undoes it', async () => {
    const { json, run, twin, anchorOf } = await capturedAgain();
    const { candidates } = await json('excerpt', 'candidates', twin);
    const { excerpt } = await json('excerpt', 'anchor', twin, '--candidate', '2');
    expect(excerpt).toMatchObject({ id: twin, anchor: 'exact', exact: candidates[1].exact });
    await run('undo');
    expect(await anchorOf(twin)).toBe('moved');
  });

  it('takes moved ones as they are, and orphans as gone from the text', async () => {
    const { json, run, edited, gone, anchorOf } = await capturedAgain();
    expect((await json('excerpt', 'confirm', edited)).excerpts).toMatchObject([
      { id: edited, anchor: 'exact' },
    ]);
    const { excerpts } = await json('excerpt', 'keep', gone);
    expect(excerpts.map(({ id }: { readonly id: string }) => id)).toEqual([gone]);
    expect((await run('excerpt', 'keep', gone)).code).toBe(0);
    expect(await anchorOf(gone)).toBe('orphan');
  });

  it('says in the user’s language that a place is not there, and changes nothing', async () => {
    const { run, twin, gone, anchorOf } = await capturedAgain({ env: { LANG: 'fr_FR.UTF-8' } });
    for (const number of ['3', '99']) {
      const { code, err } = await run('excerpt', 'anchor', twin, '--candidate', number);
      expect([code, err]).toEqual([1, expect.stringContaining(number)]);
    }
    expect((await run('excerpt', 'anchor', gone)).code).toBe(1);
    expect((await run('excerpt', 'confirm', 'nothing')).err).toContain('nothing');
    expect(await anchorOf(twin)).toBe('moved');
  });
});
