/**
 * A stored index that was added to, edited and removed from answers as stock lunr, built anew over what is live.
 * `DOSSIER_CHURN=10000`, or `npm run bench -- search --phases oracle`, makes it as many commands as the issue asks
 * for; a tenth is what every run can afford.
 */
import { describe, expect, it, onTestFinished } from 'vitest';
import { openNotebook } from '../../../src-main/core/storage/migrate.ts';
import { listSegments, newestChange, readIndexState } from '../../../src-main/core/storage/search-store.ts';
import { Dice } from '../../support/dice.ts';
import { Churn } from '../../support/search-churn.ts';
import { tempNotebook } from '../../support/temp.ts';

const COMMANDS = Number(process.env['DOSSIER_CHURN'] ?? 1200);
/** Queries between, ten at a time, since each time stock lunr is built. */
const AT_ONCE = 10;
const ROUNDS = Math.ceil(COMMANDS / 100);

describe('the stored index', () => {
  it('gives the ids, scores and order of stock lunr after any commands', { timeout: 600_000 }, () => {
    const path = tempNotebook();
    const churn = new Churn(new Dice(20_261_122), () => openNotebook(path, { create: true }));
    onTestFinished(() => {
      churn.notebook.close();
    });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let step = 0; step < COMMANDS / ROUNDS; step += 1) churn.step();
      expect(churn.compare(AT_ONCE)).toEqual([]);
      expect(churn.check()).toEqual([]);
    }
    while (churn.tend());
    expect(churn.compare(2 * AT_ONCE)).toEqual([]);
    const { reader } = churn.notebook;
    expect(readIndexState(reader)?.seq).toBe(newestChange(reader));
    expect(listSegments(reader).length).toBeGreaterThan(0);
    expect(churn.check()).toEqual([]);
    const never = [...churn.events].filter(([, count]) => count === 0).map(([event]) => event);
    expect(never).toEqual([]);
  });
});
