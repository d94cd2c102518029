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
  stood: 'Before',
  now: 'Possible place',
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

  /** In the line above a text, beside how many wait. */
  changedLine: (quotations: number, claims: number) =>
    [
      `${count(quotations, 'quotation', 'quotations')} changed or lost`,
      ...(claims > 0 ? [`${count(claims, 'claim rests', 'claims rest')} on them`] : []),
    ].join(' · '),
  compare: 'Compare the quotation with the newest version',
  compareShort: 'Compare',
  resting: (n: number) => `${count(n, 'claim rests', 'claims rest')} on this quotation`,
  isStance: { supports: 'it supports', disputes: 'it disputes', mentions: 'it mentions' },
  dispute: 'Dispute…',
  reasonLost: (title: string) => `The quotation is no longer in the newest version of “${title}”.`,
  reasonChanged: (title: string, before: string, after: string) =>
    before === ''
      ? `The newest version of “${title}” adds “${after}” to the quotation.`
      : after === ''
        ? `The newest version of “${title}” no longer says “${before}” in the quotation.`
        : `The newest version of “${title}” says “${after}” instead of “${before}”.`,

  /** The screen of all that changed. */
  title: 'Changed quotations',
  lead: 'Quotations whose words a newer version of their source changed or lost.',
  tabs: { changed: 'Changed or lost', resting: 'With a claim', moved: 'Only moved' },
  which: 'Which quotations',
  onlySource: (title: string) => `Only in “${title}”`,
  allSources: 'All sources',
  nothing: 'No quotation has changed.',
  nothingHint:
    'When a page is captured again and says something else, the quotations that changed or vanished stand here.',
  noneOfThese: 'None of these is left.',
  claims: (n: number) => count(n, 'claim', 'claims'),
  vanished: 'No sure place',
  changed: 'Other words',
  keys: { browse: 'Browse', take: 'Confirm this place', other: 'Other place', keep: 'No place is right' },
};

export default anchors;
