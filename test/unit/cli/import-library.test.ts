import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { KINDLE, OMNIVORE, PAGE, POCKET_TABLE, QUOTE } from '../capture/libraries/samples.ts';
import { ARTICLE } from './article.ts';
import { createHarness } from './harness.ts';

describe('import of a library', () => {
  it('answers for each source, and reports what came over, what did not and why', async () => {
    const { json, cwd } = createHarness();
    writeFileSync(join(cwd, 'pocket.csv'), POCKET_TABLE);
    const { sources, libraries } = await json('import', 'pocket.csv', '--tag', 'from Pocket');
    expect(sources).toMatchObject([
      { path: 'pocket.csv', title: 'The Forty Days', status: 'added', error: null },
    ]);
    expect(libraries).toEqual([
      {
        path: 'pocket.csv',
        format: 'pocket',
        items: 1,
        added: { sources: 1, excerpts: 0, orphans: 0, notes: 0, tags: 3 },
        leftOut: [
          {
            what: 'item',
            reason: 'broken',
            count: 1,
            examples: ['Nowhere'],
            message: expect.stringContaining('incomplete') as string,
          },
        ],
      },
    ]);
    const again = await json('import', 'pocket.csv');
    expect(again.sources).toMatchObject([
      { id: sources[0].id, status: 'duplicate', duplicateOf: sources[0].id },
    ]);
    expect((await json('sources')).sources).toMatchObject([
      { url: PAGE, tags: expect.arrayContaining(['strike']) as string[] },
    ]);
  });

  it('stands beside articles, in a table that says why something was left out', async () => {
    const { run, cwd } = createHarness();
    writeFileSync(join(cwd, 'My Clippings.txt'), KINDLE);
    writeFileSync(join(cwd, 'plant.txt'), ARTICLE);
    const { code, out } = await run('import', 'plant.txt', 'My Clippings.txt');
    expect(code).toBe(0);
    expect(out).toContain('The plant at Merlance');
    expect(out).toMatch(/My Clippings\.txt \(Kindle\): 2 sources, 2 highlights, 1 note/);
    expect(out).toMatch(/2 bookmarks in books\s+only marks a place/);
  });

  it('is one step that can be undone', async () => {
    const { json, cwd } = createHarness();
    writeFileSync(join(cwd, 'omnivore.zip'), OMNIVORE);
    await json('import', 'omnivore.zip');
    expect((await json('excerpt', 'list')).excerpts.map(({ exact }: { exact: string }) => exact)).toContain(
      QUOTE,
    );
    expect((await json('undo')).undone).toMatchObject({ command: 'library.import' });
    expect((await json('sources')).sources).toEqual([]);
  });

  it('takes no details of a single source', async () => {
    const { run, cwd } = createHarness();
    writeFileSync(join(cwd, 'pocket.csv'), POCKET_TABLE);
    const { code, err } = await run('import', 'pocket.csv', '--author', 'A. Writer');
    expect(code).toBe(1);
    expect(err).toContain('--author');
  });

  it('can be captured as the text that it is', async () => {
    const { json, cwd } = createHarness();
    writeFileSync(join(cwd, 'pocket.csv'), POCKET_TABLE);
    const { sources, libraries } = await json('import', 'pocket.csv', '--as', 'text');
    expect(sources).toMatchObject([{ status: 'added' }]);
    expect(libraries).toEqual([]);
  });
});
