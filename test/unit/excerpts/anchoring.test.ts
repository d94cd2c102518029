/** Highlights of a page that was captured again: carried, asked about, confirmed, and brought back by undo. */
import { describe, expect, it } from 'vitest';
import type { ExcerptId, SourceId } from '../../../src-main/common/contract/entities.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../../support/engine.ts';

const opening = 'The council met on Monday in the old town hall, as it does each month.';
const vote = 'Nine of the fifteen members voted for the new bridge over the river.';
const ending = 'The works are to begin in spring and to last for two years at the least.';
const edited = vote.replace('Nine', 'Ten');
const url = 'https://example.org/council';

type Run = TestEngine['run'];

async function capture(run: Run, ...paragraphs: readonly string[]) {
  const text = `# Council\n\n${paragraphs.join('\n\n')}\n`;
  return run('source.import', { bytes: bytesOf(text), fileName: 'a.md', url });
}

/** A notebook with a highlight in the first version, and then the page as it is now. */
async function opened(now: readonly string[], quote = vote) {
  const test = openTestEngine();
  const { id, versionId } = await capture(test.run, opening, vote, ending);
  const { excerpt } = await test.run('excerpt.add', { source: id, quote, note: 'kept' });
  const captured = await capture(test.run, ...now);
  return { ...test, source: id, first: versionId, id: excerpt.id, carried: captured.carried };
}

const read = async (run: Run, source: SourceId, id: ExcerptId) =>
  (await run('excerpt.list', { source })).excerpts.find((excerpt) => excerpt.id === id);

describe('a highlight of a page that was captured again', () => {
  it('that moved is listed with where it stood, is confirmed, and is moved again by undo', async () => {
    const { run, source, first, id, carried } = await opened([opening, edited, ending]);
    expect(carried).toEqual({ exact: 0, moved: 1, orphan: 0 });
    const { items, meters } = await run('excerpt.review', { source });
    expect(items).toMatchObject([{ excerpt: { id, anchor: 'moved', exact: edited }, isKept: false }]);
    expect(meters).toEqual([{ sourceId: source, exact: 0, moved: 1, orphan: 0, kept: 0 }]);
    const unsettled = async () => (await run('source.list', {})).sources[0]?.unsettled;
    expect(await unsettled()).toEqual({ moved: 1, orphan: 0 });
    const { stood, candidates } = await run('excerpt.candidates', { id });
    expect(stood).toMatchObject({ versionId: first, exact: vote });
    expect(stood?.before.trim().endsWith(opening)).toBe(true);
    expect(candidates).toMatchObject([{ exact: edited, isChosen: true, isOther: false }]);
    expect(candidates[0]?.likeness).toBeGreaterThan(0.9);
    await run('excerpt.confirm', { ids: [id] });
    expect(await unsettled()).toBeUndefined();
    expect(await read(run, source, id)).toMatchObject({ anchor: 'exact', exact: edited, note: 'kept' });
    expect((await run('excerpt.review', {})).items).toEqual([]);
    await run('history.undo', {});
    expect(await read(run, source, id)).toMatchObject({ anchor: 'moved' });
    expect((await run('excerpt.candidates', { id })).stood).toMatchObject({ exact: vote });
  });

  it('that moved to where it does not belong goes back to where it stood, as an orphan', async () => {
    const { run, source, first, id } = await opened([opening, edited, ending]);
    await run('excerpt.keep', { ids: [id] });
    expect(await read(run, source, id)).toMatchObject({ anchor: 'orphan', versionId: first, exact: vote });
    expect((await run('excerpt.review', { source })).items).toMatchObject([{ isKept: true }]);
    // Found again in a later version all the same.
    await capture(run, opening, vote, ending, 'And more.');
    expect(await read(run, source, id)).toMatchObject({ anchor: 'exact', exact: vote });
  });

  it('that is gone is an orphan, which is left so or put where the user says', async () => {
    const { run, codeOf, source, first, id, carried } = await opened([opening, ending]);
    expect(carried).toEqual({ exact: 0, moved: 0, orphan: 1 });
    expect(await codeOf('excerpt.confirm', { ids: [id] })).toBe('invalid');
    const unsettled = async () => (await run('source.list', {})).sources[0]?.unsettled;
    expect(await unsettled()).toEqual({ moved: 0, orphan: 1 });
    await run('excerpt.keep', { ids: [id] });
    expect(await unsettled()).toBeUndefined();
    expect((await run('excerpt.review', {})).meters).toMatchObject([{ orphan: 1, kept: 1 }]);
    const { text, versionId: version } = (await run('source.get', { id: source })).source;
    const start = text.indexOf('The works');
    const range = { start, end: start + 9 };
    expect(await codeOf('excerpt.anchor', { id, version: first, ...range })).toBe('version-replaced');
    expect(await codeOf('excerpt.anchor', { id, version, start, end: text.length + 1 })).toBe('invalid');
    await run('excerpt.anchor', { id, version, ...range });
    expect(await read(run, source, id)).toMatchObject({ anchor: 'exact', exact: 'The works', ...range });
    expect(await run('notebook.check', {})).toMatchObject({ ok: true });
    await run('history.undo', {});
    expect(await read(run, source, id)).toMatchObject({ anchor: 'orphan', exact: vote });
    expect((await run('excerpt.review', {})).items).toMatchObject([{ isKept: true }]);
  });

  it('that could be in two places is asked, and each place can be chosen', async () => {
    const filler = 'Something else was said before that, and nobody wrote it down at the time.';
    const { run, source, id, carried } = await opened([filler, vote, filler, filler, vote, filler]);
    expect(carried).toEqual({ exact: 0, moved: 0, orphan: 1 });
    const { candidates } = await run('excerpt.candidates', { id });
    expect(candidates).toHaveLength(2);
    const second = candidates.toSorted((a, b) => b.start - a.start)[0];
    if (!second) throw new Error('no candidate');
    const { versionId: version, start, end } = second;
    await run('excerpt.anchor', { id, version, start, end });
    expect(await read(run, source, id)).toMatchObject({ anchor: 'exact', exact: vote, start });
  });

  it('stays moved until somebody confirms it, and is compared with what was confirmed', async () => {
    const { run, source, id } = await opened([opening, edited, ending]);
    await capture(run, 'A line in front.', opening, edited, ending);
    expect(await read(run, source, id)).toMatchObject({ anchor: 'moved', exact: edited });
    expect((await run('excerpt.candidates', { id })).stood).toMatchObject({ exact: vote });
    // Gone again: it is read where it stood last with the user's consent.
    await capture(run, opening, ending);
    expect(await read(run, source, id)).toMatchObject({ anchor: 'orphan', exact: vote });
  });

  it('is one of many that are confirmed in one step', async () => {
    const { run } = openTestEngine();
    const source = (await capture(run, opening, vote, ending)).id;
    const [id, other] = [
      (await run('excerpt.add', { source, quote: vote })).excerpt.id,
      (await run('excerpt.add', { source, quote: ending })).excerpt.id,
    ];
    await capture(run, opening, edited, ending.replace('spring', 'autumn'));
    await run('excerpt.confirm', { ids: [id, other] });
    expect((await run('excerpt.review', {})).items).toEqual([]);
    await run('history.undo', {});
    expect((await run('excerpt.review', {})).items).toHaveLength(2);
  });
});

describe('a highlight made on a text that was just replaced', () => {
  it('is carried to the new one, with a warning', async () => {
    const { run, source, first } = await opened(['In front.', opening, vote, ending]);
    const answer = await run('excerpt.add', { source, version: first, quote: ending });
    expect(answer.warnings).toMatchObject([{ code: 'version-replaced' }]);
    const { source: now } = await run('source.get', { id: source });
    expect(answer.excerpt).toMatchObject({ versionId: now.versionId, anchor: 'exact', exact: ending });
  });

  it('is refused with words where the new one does not have the passage', async () => {
    const { codeOf, source, first } = await opened([opening, vote]);
    expect(await codeOf('excerpt.add', { source, version: first, quote: ending })).toBe('version-replaced');
    expect(await codeOf('excerpt.add', { source, version: first, quote: 'nowhere at all' })).toBe(
      'quotation-not-found',
    );
  });
});
