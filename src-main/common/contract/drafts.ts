/** What the checker of drafts answers. */
import * as v from 'valibot';
import { SOURCE_ID, VERSION_ID } from './entities.ts';

export const QUOTATION_VERDICTS = ['exact', 'altered', 'other speaker', 'not found'] as const;
export const FIGURE_VERDICTS = ['found', 'differs', 'not found'] as const;
export type QuotationVerdict = (typeof QUOTATION_VERDICTS)[number];
export type FigureVerdict = (typeof FIGURE_VERDICTS)[number];

/** The largest draft that is checked, in bytes as a file and in UTF-16 code units as a text. */
export const LARGEST_DRAFT = 2_000_000;

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
/** Of one draft, what is compared with the notebook: a text of nothing but quotation marks would take minutes. */
export const MOST_QUOTATIONS = 2000;
export const MOST_FIGURES = 5000;
/** Of marks that never close, how many are told. */
export const MOST_UNCLOSED = 100;

/** Words of the draft that the source has otherwise: `was` is what it says. Empty ranges are where words were left out. */
const DIFFERENCE = v.object({ start: offset, end: offset, was: v.string() });
const CHECKED = {
  /** As the draft writes it, without its marks. */
  text: v.string(),
  /** UTF-16 offsets into the draft's text. */
  start: offset,
  end: offset,
  sourceId: v.nullable(SOURCE_ID),
  /** The same place to be opened: null where nothing was found. */
  place: v.nullable(
    v.object({
      versionId: VERSION_ID,
      start: offset,
      end: offset,
      title: v.string(),
      byline: v.nullable(v.string()),
      site: v.nullable(v.string()),
      /** What the source says there, cut where it is very long, and what of the paragraph stands around it. */
      words: v.string(),
      before: v.string(),
      after: v.string(),
    }),
  ),
  differs: v.array(DIFFERENCE),
};
export const CHECKED_QUOTATION = v.object({
  ...CHECKED,
  verdict: v.picklist(QUOTATION_VERDICTS),
  /** Who the draft says said it; null where it names nobody. */
  speaker: v.nullable(v.string()),
  /** Who the source says said it, or who wrote it, where that is somebody else. */
  said: v.nullable(v.string()),
});
export const CHECKED_FIGURE = v.object({ ...CHECKED, verdict: v.picklist(FIGURE_VERDICTS) });
export type CheckedQuotation = v.InferOutput<typeof CHECKED_QUOTATION>;
export type CheckedFigure = v.InferOutput<typeof CHECKED_FIGURE>;

/** What the checker answers of one draft. */
export const CHECKED_DRAFT = v.object({
  /** What the offsets count in. */
  text: v.string(),
  quotations: v.array(CHECKED_QUOTATION),
  figures: v.array(CHECKED_FIGURE),
  /** Quotations and figures beyond the first `MOST_QUOTATIONS` and `MOST_FIGURES`: they were not compared. */
  left: offset,
  /** Where quotation marks open that never close: what follows them was taken for the draft's own words. */
  unclosed: v.array(offset),
});
export type CheckedDraft = v.InferOutput<typeof CHECKED_DRAFT>;
