/** Highlights that a newer version moved or has no place for. */
import { createCounter } from '../counting.ts';

const count = createCounter('en');
const percent = new Intl.NumberFormat('en', { style: 'percent' });

const anchors = {
  waiting: (n: number) =>
    n === 0 ? 'No highlight is left to review' : `${count(n, 'highlight', 'highlights')} to review`,
  /** Where nothing waits for anybody. */
  keptLine: (n: number) => `${count(n, 'highlight', 'highlights')} left without a place`,
  meter: ({ exact, moved, orphan }: { exact: number; moved: number; orphan: number }) =>
    `Highlights: ${exact} in place, ${moved} moved, ${orphan} without a place`,
  open: 'Review',
  close: 'Close',
  list: 'Highlights to review',
  anchors: { exact: 'In place', moved: 'Moved: confirm its place', orphan: 'No sure place in this version' },
  keptShort: 'Left without a place',
  stood: 'Where it stood',
  now: 'Where it may stand now',
  candidates: 'Possible places',
  candidate: (at: number, all: number) => `Place ${at} of ${all}`,
  likeness: (score: number) => `${percent.format(score)} alike`,
  other: 'These words stood here before, too, beside those you highlighted.',
  none: 'Nothing in this version is like it. Select its passage in the text, or leave it without a place: it stays readable in the version where it stood.',
  looking: 'Comparing the versions…',
  confirm: 'Confirm this place',
  confirmAll: (n: number) => `Confirm all ${n} moved`,
  take: 'Put it here',
  show: 'Show in the text',
  keep: 'No place is right',
  kept: 'Left without a place; looked for again in each new version.',
};

export default anchors;
