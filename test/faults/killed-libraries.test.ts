/** A library is written in parts: wherever the process ends, what is there is whole, and one step of undo. */
import { expect, it } from 'vitest';
import { unwrap } from '../../src-main/common/contract/result.ts';
import { bytesOf, openTestEngine } from '../support/engine.ts';
import { serveApp } from '../support/served-app.ts';
import { tempNotebook } from '../support/temp.ts';

const ITEMS = 4000;

const LIBRARY = bytesOf(
  JSON.stringify(
    Array.from({ length: ITEMS }, (_, at) => ({
      id: `http://zotero.org/users/1/items/${at}`,
      type: 'article-journal',
      title: `On the ${at}th bridge`,
      abstract: `What was found at bridge ${at}. `.repeat(10),
    })),
  ),
);

it(
  'a process that is killed between two parts of a library leaves one step, and the rest for the next time',
  { timeout: 120_000 },
  async () => {
    const path = tempNotebook();
    const app = await serveApp({ notebook: path });
    const imported = app.client
      .call('library.import', { bytes: LIBRARY })
      .then(({ ok }) => ok)
      .catch(() => false);
    // Asked while it is written: other commands have their turn between two parts.
    for (let there = 0; there < 600;) {
      const info = unwrap(await app.client.call('notebook.info', {}));
      there = info.counts.sources;
    }
    await app.stop('SIGKILL');
    expect(await imported).toBe(false);
    const { run } = openTestEngine(path);
    const count = async () => (await run('source.list', {})).sources.length;
    const written = await count();
    expect(written).toBeGreaterThanOrEqual(600);
    expect(written).toBeLessThan(ITEMS);
    expect(written % 256).toBe(0);
    expect(await run('notebook.check', {})).toMatchObject({ ok: true, problems: [] });
    await run('history.undo', {});
    expect(await count()).toBe(0);
    expect((await run('history.next', {})).undo).toBeNull();
    await run('history.redo', {});
    expect((await run('library.import', { bytes: LIBRARY })).added.sources).toBe(ITEMS - written);
    expect(await count()).toBe(ITEMS);
  },
);
