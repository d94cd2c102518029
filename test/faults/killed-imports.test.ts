/** What is derived from a text is stored with it or not at all, wherever the process ends. */
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { bytesOf, openTestEngine } from '../support/engine.ts';
import { serveApp, type ServedApp } from '../support/served-app.ts';
import { tempNotebook } from '../support/temp.ts';
import { TextMaker } from '../support/text-families.ts';

/** Captures until the process is gone, and tells it to go after `count` answers. */
async function captureUntil(app: ServedApp, count: number): Promise<number> {
  const maker = new TextMaker(91);
  const common = maker.article(120);
  for (let done = 0; done < 1000; done++) {
    const bytes = bytesOf(`# ${done}\n\n${common}\n\n${maker.article(200)}\n\n${common}`);
    const captured = app.client.call('source.import', { bytes, fileName: `${done}.md` });
    // The signal comes while this one is on its way.
    if (done === count) setImmediate(() => app.process.kill('SIGKILL'));
    try {
      if (!(await captured).ok) return done;
    } catch {
      return done;
    }
  }
  return 1000;
}

it(
  'a process that is killed while it captures leaves no text without its signature',
  { timeout: 60_000 },
  async () => {
    const path = tempNotebook();
    const app = await serveApp({ notebook: path });
    const acknowledged = await captureUntil(app, 25);
    await app.stop('SIGKILL');
    const database = new Database(path, { readonly: true });
    const unsigned = database
      .prepare(
        'SELECT count(*) FROM version LEFT JOIN signature ON version_id = version.id WHERE format IS NULL',
      )
      .pluck()
      .get();
    database.close();
    expect(unsigned).toBe(0);
    const { run } = openTestEngine(path);
    expect((await run('source.list', {})).sources.length).toBeGreaterThanOrEqual(acknowledged);
    expect(await run('notebook.check', {})).toMatchObject({ ok: true, problems: [] });
  },
);
