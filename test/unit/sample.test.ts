import { describe, expect, it } from 'vitest';
import { fillSample } from '../../src-main/worker/sample.ts';
import { openTestEngine } from '../support/engine.ts';

describe('the sample notebook', () => {
  it('holds what a newcomer is promised', async () => {
    const app = openTestEngine();
    await fillSample(app.client);
    const { sources } = await app.run('source.list', {});
    const inLanguage = (language: string): number =>
      sources.filter((source) => source.language === language).length;
    expect(inLanguage('fr')).toBeGreaterThanOrEqual(3);
    expect(inLanguage('en')).toBeGreaterThanOrEqual(3);
    expect(sources.filter(({ words }) => words < 500 || words > 1200)).toEqual([]);
    expect(
      sources.filter(({ site, publishedAt, excerpts }) => !site || !publishedAt || excerpts === 0),
    ).toEqual([]);

    const { claims } = await app.run('claim.list', {});
    expect(new Set(claims.map(({ status }) => status))).toEqual(
      new Set(['verified', 'disputed', 'unreviewed']),
    );
    // Several documents that repeat one wire story are fewer origins than documents.
    expect(claims.some(({ sources: documents, origins }) => origins < documents)).toBe(true);
    const stances = claims.map(({ evidence }) => new Set(evidence.map(({ stance }) => stance)));
    expect(stances.some((set) => set.has('supports') && set.has('disputes'))).toBe(true);

    const { excerpts } = await app.run('excerpt.list', {});
    expect(excerpts.filter(({ anchor }) => anchor !== 'exact')).toEqual([]);
    expect(new Set(excerpts.map(({ color }) => color)).size).toBe(5);
    expect(await app.run('notebook.check', {})).toMatchObject({ ok: true, problems: [] });
    expect(await app.run('history.next', {})).toEqual({ undo: null, redo: null });
  });
});
