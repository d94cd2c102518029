import { describe, expect, it } from 'vitest';
import { cutDifferences } from '../../../src-renderer/features/drafts/differences.ts';
import { cutDraft } from '../../../src-renderer/features/drafts/marked-text.ts';
import { stepFrom, toFindings, withSourceWords } from '../../../src-renderer/state/draft-findings.ts';
import { CHECKED, DRAFT, figure, quotation } from './support/checked.ts';

const findings = toFindings(CHECKED);

describe('the marks of a draft', () => {
  it('lose no letter of it, whatever is marked', () => {
    const runs = cutDraft(DRAFT, findings).flatMap((block) => block.runs);
    expect(runs.map(({ text }) => text).join('')).toBe(DRAFT);
  });

  it('tell the words that differ within their quotation, and end once', () => {
    const runs = cutDraft(DRAFT, findings).flatMap((block) => block.runs);
    const [differing] = runs.filter(({ was }) => was !== null);
    expect([differing?.text, differing?.was]).toEqual(['high', 'low']);
    expect(runs.flatMap(({ ends }) => ends.map(({ key }) => key))).toEqual(findings.map(({ key }) => key));
  });

  it('show where words were left out, though nothing stands there', () => {
    const place = DRAFT.indexOf(' high');
    const own = toFindings({
      ...CHECKED,
      quotations: [
        quotation('the sea is high here today', {
          verdict: 'altered',
          differs: [{ start: place, end: place, was: 'not' }],
        }),
      ],
    });
    const gaps = cutDraft(DRAFT, own).flatMap((block) => block.runs.filter(({ text }) => text === ''));
    expect(gaps.map(({ was }) => was)).toEqual(['not']);
  });

  it('nest a figure in its quotation', () => {
    const text = 'He wrote “it cost 300 million euros in all” then.';
    const own = toFindings({
      ...CHECKED,
      text,
      quotations: [quotation('it cost 300 million euros in all', {}, text)],
      figures: [figure('300 million euros', {}, text)],
    });
    const [run] = cutDraft(text, own).flatMap((block) => block.runs.filter((each) => each.figure !== null));
    expect([run?.text, run?.quotation?.text]).toEqual([
      '300 million euros',
      'it cost 300 million euros in all',
    ]);
  });

  it('of a long draft stand in blocks that together are the draft', () => {
    const text = `${'Words of a paragraph. '.repeat(50)}\n\n`.repeat(40) + 'x'.repeat(40_000);
    const blocks = cutDraft(text, []);
    expect(blocks.length).toBeGreaterThan(10);
    expect(blocks.flatMap(({ runs }) => runs.map((run) => run.text)).join('')).toBe(text);
  });

  it('go on in the next block where a quotation does', () => {
    const words = `${'said and done again '.repeat(200)}\n\nthe end of it`;
    const text = `He wrote “${words}”.`;
    const own = toFindings({ ...CHECKED, text, quotations: [quotation(words, {}, text)], figures: [] });
    const marked = cutDraft(text, own).map(({ runs }) => runs.some((run) => run.quotation !== null));
    expect(marked).toEqual([true, true]);
  });
});

describe('the next problem', () => {
  const isWanted = ({ verdict }: { verdict: string }): boolean => verdict !== 'found';

  it('passes over what is as it should be, and goes round', () => {
    const keys = findings.map(({ key }) => key);
    expect(stepFrom(findings, null, 1, isWanted)?.key).toBe(keys[0]);
    expect(stepFrom(findings, keys[0] ?? '', 1, isWanted)?.key).toBe(keys[2]);
    expect(stepFrom(findings, keys[2] ?? '', 1, isWanted)?.key).toBe(keys[0]);
    expect(stepFrom(findings, null, -1, isWanted)?.key).toBe(keys[2]);
    expect(stepFrom(findings, null, 1, () => false)).toBeNull();
  });
});

describe('the source’s words', () => {
  const text = 'On dit « nous ne partirons vraiment pas demain ».';
  const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

  it.each([
    [{ ...span('demain'), was: 'jamais' }, '« nous ne partirons vraiment pas jamais »'],
    [{ ...span('vraiment'), was: '' }, '« nous ne partirons pas demain »'],
    [{ ...span('demain'), was: '' }, '« nous ne partirons vraiment pas »'],
    [
      { start: span('nous').end, end: span('nous').end, was: 'tous' },
      '« nous tous ne partirons vraiment pas demain »',
    ],
  ])('%j', (difference, wanted) => {
    expect(withSourceWords(text, [difference])).toContain(wanted);
  });

  it('stand beside those that the draft has', () => {
    const [altered] = findings;
    if (!altered) throw new Error('no finding');
    expect(cutDifferences(altered)).toEqual([
      { text: 'the sea is ', was: null },
      { text: 'high', was: 'low' },
      { text: ' here today', was: null },
    ]);
  });
});
