/** Two thousand passages found again in a text of a megabyte that was edited in known ways. */
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
import { median } from './statistics.ts';

export interface AnchoringScore {
  readonly name: string;
  readonly passages: number;
  /** Found where they are now. */
  readonly right: number;
  /** Found where they are not; where the passage is gone, found at all. */
  readonly wrong: number;
  /** Not found, or several places to choose from. */
  readonly asked: number;
  readonly exact: number;
  /** Nothing is there to be found. */
  readonly isGone: boolean;
  readonly ms: number;
}

export interface AnchoringOptions {
  readonly bytes: number;
  readonly passages: number;
  readonly rounds: number;
}

interface Scenario {
  readonly name: string;
  readonly text: EditedText;
  readonly spans: readonly Span[];
  readonly isGone: boolean;
}

const EDITS = 0.01;
/** An edge that was edited itself may be drawn a little beside it. */
const TOLERANCE = 4;

export function measureAnchoring(options: AnchoringOptions): AnchoringScore[] {
  return makeScenarios(options).map((scenario) => scoreOf(scenario, options.rounds));
}

function scoreOf({ name, text, spans, isGone }: Scenario, rounds: number): AnchoringScore {
  const times: number[] = [];
  let counts = { right: 0, wrong: 0, asked: 0, exact: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    // All of it: folding and comparing both texts is a part of the work.
    const relocator = new Relocator(new FoldedText(text.before), new FoldedText(text.after));
    const found = spans.map((place) => {
      const { exact, prefix, suffix } = describeRange(text.before, place.start, place.end);
      return relocator.find({ quote: exact, prefix, suffix, place });
    });
    times.push(performance.now() - began);
    counts = { right: 0, wrong: 0, asked: 0, exact: 0 };
    found.forEach((relocation, at) => {
      const span = spans[at];
      if (relocation.kind !== 'found' || !span) counts.asked += 1;
      else if (isRight(text, span, relocation.place)) counts.right += 1;
      else counts.wrong += 1;
      if (relocation.kind === 'found' && relocation.anchor === 'exact') counts.exact += 1;
    });
  }
  return { name, passages: spans.length, ...counts, isGone, ms: median(times) };
}

function isRight(text: EditedText, span: Span, found: Span): boolean {
  const start = text.where(span.start);
  const last = text.where(span.end - 1);
  if (start === null || last === null) return false;
  return Math.abs(found.start - start) <= TOLERANCE && Math.abs(found.end - last - 1) <= TOLERANCE;
}

function makeScenarios({ bytes, passages }: AnchoringOptions): readonly Scenario[] {
  const dice = new Dice(7);
  const paragraphs = writeText(dice, bytes);
  const indexes = paragraphs.map((_, at) => at);
  const edit = (text: EditedText): EditedText => thenEdited(text, editLetters(dice, text.after, EDITS));
  const choose = (text: EditedText): Span[] => choosePassages(dice, text.before, passages);
  const make = (name: string, text: EditedText): Scenario => ({
    ...{ name, text, spans: choose(text), isGone: false },
  });
  const lost = (name: string, { text, spans }: ReturnType<typeof withoutPassages>): Scenario => ({
    ...{ name, text: edit(text), spans, isGone: true },
  });

  const front = writeText(dice, 50_000);
  const copied = paragraphs.slice(0, Math.ceil((paragraphs.length * 50_000) / bytes));
  const twice = paragraphs
    .slice(0, paragraphs.length / 2)
    .flatMap((paragraph) => [paragraph, nearlyRepeat(dice, paragraph, 0.05)]);
  const shuffled = indexes.toSorted(() => dice.random() - 0.5);
  const gone = withoutPassages(dice, paragraphs, passages);
  const goneTwice = withoutPassages(dice, twice, passages);
  return [
    make('1 % of the letters edited', edit(arrange(paragraphs, indexes))),
    make('and 50 KB of new text in front', edit(arrange(paragraphs, [...front, ...indexes]))),
    make(
      'and 50 KB in front that nearly repeat the text',
      edit(arrange(paragraphs, [...copied.map((each) => nearlyRepeat(dice, each, 0.05)), ...indexes])),
    ),
    make(
      'each paragraph nearly repeated by the next',
      edit(
        arrange(
          twice,
          twice.map((_, at) => at),
        ),
      ),
    ),
    make('paragraphs in another order', edit(arrange(paragraphs, shuffled))),
    lost('the passage is gone', gone),
    lost('the passage is gone, its near repetition is not', goneTwice),
  ];
}

/** Sentences are taken out, half of them for others that are put there; the passages are those sentences. */
function withoutPassages(dice: Dice, paragraphs: readonly string[], count: number) {
  const sentences = paragraphs.join(' ').split(/(?<=\.) /u);
  const others = writeText(dice, 200_000)
    .join(' ')
    .split(/(?<=\.) /u);
  const every = Math.max(2, Math.floor(sentences.length / count));
  const order: (number | string)[] = [];
  const spans: Span[] = [];
  let at = 0;
  sentences.forEach((sentence, index) => {
    const isGone = index % every === 1 && spans.length < count;
    if (isGone) spans.push({ start: at, end: at + sentence.length });
    if (!isGone) order.push(index);
    else if (dice.chance(0.5)) order.push(dice.pick(others));
    at += sentence.length + 1;
  });
  return { text: arrange(sentences, order, ' '), spans };
}
