/** Passages found again in an edited text: what is right is known, since the edits were planted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FoldedText } from '../../../src-main/common/document/folded-text.ts';
import { Relocator } from '../../../src-main/common/document/relocate/relocator.ts';
import { describeRange } from '../../../src-main/common/document/selectors.ts';
import { Dice } from '../../support/dice.ts';
import {
  arrange,
  choosePassages,
  editLetters,
  nearlyRepeat,
  thenEdited,
  writeText,
  type EditedText,
  type Span,
} from '../../support/edited-text.ts';

const seeds = fc.integer({ min: 0, max: 1_000_000 });
/** An edge that was edited itself may be drawn a little beside it. */
const TOLERANCE = 4;

function open(before: string, after: string) {
  const relocator = new Relocator(new FoldedText(before), new FoldedText(after));
  const passage = (place: Span) => {
    const { exact, prefix, suffix } = describeRange(before, place.start, place.end);
    return { quote: exact, prefix, suffix, place };
  };
  return {
    find: (place: Span) => relocator.find(passage(place)),
    candidates: (place: Span) => relocator.candidates(passage(place), 5),
  };
}

/** Opens two texts and looks for a quotation of the first, which must stand in it once. */
function look(before: string, after: string, quote: string, at = before.indexOf(quote)) {
  const place = { start: at, end: at + quote.length };
  const opened = open(before, after);
  return { found: opened.find(place), candidates: opened.candidates(place) };
}

function wrongOnes(text: EditedText, spans: readonly Span[]): readonly string[] {
  const { find } = open(text.before, text.after);
  return spans.flatMap((span) => {
    const found = find(span);
    const start = text.where(span.start);
    const last = text.where(span.end - 1);
    if (found.kind !== 'found') return start === null ? [] : [`${span.start}: ${found.kind}`];
    const isRight =
      start !== null &&
      last !== null &&
      Math.abs(found.place.start - start) <= TOLERANCE &&
      Math.abs(found.place.end - last - 1) <= TOLERANCE;
    return isRight ? [] : [`${span.start}: at ${found.place.start}, not ${start}`];
  });
}

describe('a passage of a text that was edited', () => {
  it('is found where it is now, with new text in front of it', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const dice = new Dice(seed);
        const paragraphs = writeText(dice, 12_000);
        const order = [...writeText(dice, 4000), ...paragraphs.keys()];
        const text = arrange(paragraphs, order);
        const edited = thenEdited(text, editLetters(dice, text.after, 0.01));
        expect(wrongOnes(edited, choosePassages(dice, edited.before, 20))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('is found where its paragraph went, in whatever order', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const dice = new Dice(seed);
        const paragraphs = writeText(dice, 10_000);
        const text = arrange(
          paragraphs,
          [...paragraphs.keys()].toSorted(() => dice.random() - 0.5),
        );
        expect(wrongOnes(text, choosePassages(dice, text.before, 15))).toEqual([]);
      }),
      { numRuns: 20, examples: [[715_988], [273_415]] },
    );
  });

  it('is found nowhere once it is gone, though what nearly repeats it stands there', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const dice = new Dice(seed);
        const paragraphs = writeText(dice, 8000);
        const twice = paragraphs.flatMap((each) => [each, nearlyRepeat(dice, each, 0.1)]);
        const goneAt = dice.below(paragraphs.length) * 2;
        const order = [...twice.keys()].filter((each) => each !== goneAt);
        const text = arrange(twice, order);
        const start = twice.slice(0, goneAt).join('\n\n').length + (goneAt === 0 ? 0 : 2);
        const { find, candidates } = open(text.before, text.after);
        const place = { start, end: start + (twice[goneAt]?.length ?? 0) };
        expect(find(place).kind).not.toBe('found');
        // It is offered all the same: the user may know better.
        expect(candidates(place).length).toBeGreaterThan(0);
      }),
      { numRuns: 20, examples: [[569_265]] },
    );
  });
});

const opening = 'The council met on Monday in the old town hall, as it does each month.';
const vote = 'Nine of the fifteen members voted for the new bridge over the river.';
const ending = 'The works are to begin in spring and to last for two years at the least.';
const article = [opening, vote, ending].join('\n\n');

describe('what became of a passage', () => {
  it('is exact where words and surroundings are the same, wherever that is', () => {
    const { found } = look(article, `An editor’s note of today.\n\n${article}`, vote);
    expect(found).toMatchObject({ kind: 'found', anchor: 'exact', place: { likeness: 1 } });
  });

  it('is exact where only spaces, quotation marks or the form of accents differ', () => {
    const before = 'Il a dit : « l\u2019\u00e9t\u00e9 sera long », puis il est parti sans un mot de plus.';
    const after =
      'Il a dit\u202f: \u201cl\u0027e\u0301te\u0301 sera\n long\u201d, puis il est parti sans un mot de plus.';
    const { found } = look(before, after, 'l\u2019\u00e9t\u00e9 sera long');
    expect(found).toMatchObject({ kind: 'found', anchor: 'exact' });
    if (found.kind === 'found') {
      expect(after.slice(found.place.start, found.place.end)).toBe('l\u0027e\u0301te\u0301 sera\n long');
    }
  });

  it('is moved where some of its words are others', () => {
    const after = article.replace('Nine of the fifteen', 'Ten of the fifteen');
    const { found } = look(article, after, vote);
    expect(found).toMatchObject({ kind: 'found', anchor: 'moved' });
    if (found.kind === 'found') expect(after.slice(found.place.start, found.place.end)).toContain('Ten of');
  });

  it('is absent where it is gone, and where another sentence stands in its place', () => {
    expect(look(article, [opening, ending].join('\n\n'), vote).found.kind).toBe('absent');
    const other = 'Nobody could say afterwards how the decision had come about at all.';
    expect(look(article, [opening, other, ending].join('\n\n'), vote).found.kind).toBe('absent');
  });

  it('is asked where it was put into two places that are about equally good', () => {
    const padding = 'Something else was said before that, and nobody wrote it down at the time.';
    const after = [padding, vote, padding, padding, vote, padding].join('\n\n');
    const { found, candidates } = look(article, after, vote);
    expect(found.kind).toBe('ambiguous');
    expect(candidates.map(({ likeness }) => likeness)).toEqual([1, 1]);
  });

  it('is told from its repetition by what stands around it', () => {
    const before = [vote, opening, vote, ending].join('\n\n');
    const at = before.lastIndexOf(vote);
    const after = ['An editor’s note.', vote, opening, vote, ending].join('\n\n');
    const { found } = look(before, after, vote, at);
    expect(found).toMatchObject({
      kind: 'found',
      anchor: 'exact',
      place: { start: after.lastIndexOf(vote) },
    });
  });

  it('is never its repetition that was there before', () => {
    const before = [vote, opening, vote, ending].join('\n\n');
    const { found, candidates } = look(before, [opening, vote, ending].join('\n\n'), vote, 0);
    expect(found.kind).not.toBe('found');
    expect(candidates[0]).toMatchObject({ likeness: 1, isOther: true });
  });

  it('is known of the whole text, of a very long passage, and of one letter', () => {
    const paragraphs = writeText(new Dice(3), 30_000);
    const text = arrange(paragraphs, ['In front.', ...paragraphs.keys()]);
    const { find } = open(text.before, text.after);
    expect(find({ start: 0, end: text.before.length })).toMatchObject({
      kind: 'found',
      place: { start: 11 },
    });
    expect(find({ start: 500, end: 20_000 })).toMatchObject({
      anchor: 'exact',
      place: { start: 511, end: 20_011 },
    });
    expect(find({ start: 700, end: 701 })).toMatchObject({ place: { start: 711, end: 712 } });
  });

  it('needs no text before: its own words and those beside them are enough', () => {
    const relocator = new Relocator(null, new FoldedText(article.replace('Nine', 'Eight')));
    const passage = { quote: vote, prefix: 'each month.\n\n', suffix: '\n\nThe works', place: null };
    expect(relocator.find(passage)).toMatchObject({ kind: 'found', anchor: 'moved' });
  });

  it('is looked for in texts that repeat one letter or one word without end', () => {
    const long = 'a'.repeat(200_000);
    expect(look(long, `b${long}`, 'aaaa', 100).found.kind).toBeDefined();
    const words = 'word '.repeat(40_000);
    expect(look(words, `other ${words}`, 'word word word word', 5000).found.kind).toBeDefined();
    expect(look('', article, '', 0).found.kind).toBe('absent');
  });
});
