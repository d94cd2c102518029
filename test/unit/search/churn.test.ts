/**
 * A stored index that was added to, edited and removed from answers as stock lunr, built anew over what is live.
 * `DOSSIER_CHURN=10000` makes it as many commands as the issue asks for; a tenth is what every run can afford.
 */
import { describe, expect, it } from 'vitest';
import { Documents } from '../../../src-main/core/search/documents.ts';
import { listSegments, readIndexState } from '../../../src-main/core/storage/search-store.ts';
import { NotebookBuilder } from '../../support/notebook-builder.ts';
import { Churn } from '../../support/search-churn.ts';

const COMMANDS = Number(process.env['DOSSIER_CHURN'] ?? 1200);
/** Queries between, ten at a time, since each time stock lunr is built. */
const AT_ONCE = 10;
const ROUNDS = Math.ceil(COMMANDS / 100);

describe('the stored index', () => {
  it('gives the ids, scores and order of stock lunr after any commands', { timeout: 600_000 }, () => {
    const { notebook } = NotebookBuilder.temporary();
    const churn = new Churn(notebook, 20_261_122);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (let step = 0; step < COMMANDS / ROUNDS; step += 1) churn.step();
      churn.compare(AT_ONCE);
    }
    while (churn.keeper.tend());
    churn.compare(2 * AT_ONCE);
    expect(readIndexState(notebook.reader)?.seq).toBe(
      notebook.reader.get<{ seq: number }>('SELECT max(seq) AS seq FROM change')?.seq,
    );
    expect(listSegments(notebook.reader).length).toBeGreaterThan(0);
    expect(new Documents(notebook.reader).sources().length).toBeGreaterThan(0);
  });
});
