import type {
  CheckedDraft,
  CheckedFigure,
  CheckedQuotation,
} from '../../../../src-main/common/contract/drafts.ts';
import type { SourceId, VersionId } from '../../../../src-main/common/contract/entities.ts';

export const DRAFT =
  'Ada Moss said: “the sea is high here today”. The port cost 300 million euros. “Nobody ever saw the boats” said Roy.';

const spanOf = (text: string, words: string) => {
  const start = text.indexOf(words);
  return { text: words, start, end: start + words.length };
};

export const place = (words: string): NonNullable<CheckedQuotation['place']> => ({
  ...{ versionId: 'v1' as VersionId, start: 40, end: 40 + words.length },
  ...{ title: 'The tide', byline: 'Jane Roe', site: 'The Harbour', words, before: 'She said: ', after: '.' },
});

export function quotation(
  words: string,
  change: Partial<CheckedQuotation> = {},
  text = DRAFT,
): CheckedQuotation {
  return {
    ...spanOf(text, words),
    verdict: 'exact',
    sourceId: 's1' as SourceId,
    place: place(words),
    differs: [],
    speaker: null,
    said: null,
    ...change,
  };
}

export function figure(words: string, change: Partial<CheckedFigure> = {}, text = DRAFT): CheckedFigure {
  return {
    ...spanOf(text, words),
    verdict: 'found',
    sourceId: 's1' as SourceId,
    place: place(words),
    differs: [],
    ...change,
  };
}

const at = DRAFT.indexOf('high');

/** An altered quotation, a figure as it should be, and words that stand nowhere. */
export const CHECKED: CheckedDraft = {
  text: DRAFT,
  quotations: [
    quotation('the sea is high here today', {
      verdict: 'altered',
      differs: [{ start: at, end: at + 4, was: 'low' }],
      place: place('the sea is low here today'),
    }),
    quotation('Nobody ever saw the boats', { verdict: 'not found', sourceId: null, place: null }),
  ],
  figures: [figure('300 million euros')],
  left: 0,
  unclosed: [],
};
