/** Several processes on one notebook. */
import { describe, expect, it } from 'vitest';
import { bytesOf, openTestEngine } from '../support/engine.ts';
import { serveApp } from '../support/served-app.ts';
import { tempNotebook } from '../support/temp.ts';

describe('two processes on one notebook', () => {
  it('each see the other’s changes at their next command, search included', { timeout: 60_000 }, async () => {
    const path = tempNotebook();
    const here = openTestEngine(path);
    const there = await serveApp({ notebook: path });
    const bytes = bytesOf('Saltworks\nThe desalination plant costs 412 million.');
    await here.run('source.import', { bytes, fileName: 'a.txt' });
    const found = await there.client.call('search.query', { query: 'desalination' });
    expect(found).toMatchObject({ ok: true, value: { total: 1 } });

    await there.client.call('claim.add', { statement: 'Reverse osmosis uses 3.1 kWh.' });
    expect((await here.run('search.query', { query: 'osmosis' })).total).toBe(1);
    expect((await here.run('claim.list', {})).claims).toHaveLength(1);
  });

  it('undo each other’s last change', { timeout: 60_000 }, async () => {
    const path = tempNotebook();
    const here = openTestEngine(path);
    const there = await serveApp({ notebook: path });
    await here.run('claim.add', { statement: 'Written here.' });
    const undone = await there.client.call('history.undo', {});
    expect(undone).toMatchObject({ ok: true, value: { undone: { subject: 'Written here.' } } });
    expect((await here.run('claim.list', {})).claims).toEqual([]);
  });
});
