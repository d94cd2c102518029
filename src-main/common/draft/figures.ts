/** Quantities that a text states: a number with its scale and what it counts. */
import { foldText } from '../language/folding.ts';
import { normaliseNumber } from '../language/numbers.ts';
import type { Span } from './spans.ts';

export interface Figure extends Span {
  readonly text: string;
  /** The number as search knows it: without its scale. */
  readonly term: string;
  readonly value: number;
  /** `%`, a currency, or the folded beginning of the word that follows; empty where nothing does. */
  readonly unit: string;
}

const NUMBER = String.raw`\d{1,3}(?:[ \u00a0\u202f\u2009’']\d{3}){1,6}(?:[.,]\d{1,12})?(?!\d)|\d{1,18}(?:[.,]\d{1,12}){0,6}`;
const CURRENCY = String.raw`[$€£¥]|US\$|C\$|A\$`;
const SCALE = String.raw`milliers?|thousand|millions?|milliards?|billions?|trillions?|mds?|mrds?|bn|tn|[MmKk](?![\p{L}])`;
const FIGURE = new RegExp(
  String.raw`(?<![\p{L}\p{N}][.,:’'-]?)(?<before>${CURRENCY})?\s?(?<number>${NUMBER})(?<factor>[x×](?!\p{L}))?(?:[\s-]?(?<scale>${SCALE})(?![\p{L}]))?(?<after>\s?(?:%|‰|per\s?cent\b|percent\b|pour\scent\b|(?:${CURRENCY})|(?:(?:de\s|d[’'])?(?:(?:US\s)?dollars?|euros?)\b)))?`,
  'giu',
);

const SCALES: readonly (readonly [RegExp, number, number])[] = [
  [/^(?:milliers?|thousand|k)$/i, 1e3, 1e3],
  [/^(?:millions?|m)$/i, 1e6, 1e6],
  [/^(?:milliards?|mds?|mrds?|bn)$/i, 1e9, 1e9],
  // A French « billion » is a million of millions.
  [/^billions?$/i, 1e9, 1e12],
  [/^(?:trillions?|tn)$/i, 1e12, 1e18],
];
const MONTH =
  /^\s(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|january|february|march|april|may|june|july|august|september|october|november|december)(?!\p{L})/iu;
const MONTH_BEFORE =
  /(?:january|february|march|april|may|june|july|august|september|october|november|december)\s$/i;

export function findFigures(text: string, language: 'fr' | 'en' | null): readonly Figure[] {
  const figures: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const figure = toFigure(text, match, language);
    if (figure) figures.push(figure);
  }
  return figures;
}

function toFigure(text: string, match: RegExpExecArray, language: 'fr' | 'en' | null): Figure | null {
  const { number = '', scale, before, after, factor } = match.groups ?? {};
  const lead = match[0].length - match[0].trimStart().length;
  const start = match.index + lead;
  const end = match.index + match[0].trimEnd().length;
  const rest = text.slice(end, end + 40);
  const written = normaliseNumber(number);
  const amount = Number(written);
  const isBare = scale === undefined && before === undefined && after === undefined && factor === undefined;
  if (!Number.isFinite(amount) || (isBare && isDate(text, start, number, rest))) return null;
  if (/^\p{L}/u.test(rest) && factor === undefined) return null;
  const value = amount * scaleOf(scale, language);
  return {
    start,
    end,
    text: text.slice(start, end),
    term: written + (factor ? 'x' : ''),
    value,
    unit: unitOf(before, after, factor, rest),
  };
}

/** Years and days are no quantities. */
function isDate(text: string, start: number, number: string, rest: string): boolean {
  if (/^(?:1[5-9]|20|21)\d\d$/.test(number)) return true;
  if (
    /^(?:\.|\)|\/\d|-\d|:\d)/.test(rest) &&
    /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, start - 8), start))
  )
    return true;
  return (
    MONTH.test(rest) ||
    MONTH_BEFORE.test(text.slice(Math.max(0, start - 12), start)) ||
    /^\s?[/:]\s?\d/.test(rest)
  );
}

function scaleOf(scale: string | undefined, language: 'fr' | 'en' | null): number {
  if (scale === undefined) return 1;
  for (const [pattern, english, french] of SCALES) {
    if (pattern.test(scale)) return language === 'fr' ? french : english;
  }
  return 1;
}

const ENOUGH = 5;

function unitOf(before = '', after = '', factor: string | undefined, rest: string): string {
  if (factor !== undefined) return 'x';
  const sign = `${before}${after}`.trim().toLowerCase();
  if (/%|cent/.test(sign)) return '%';
  if (/\$|dollar/.test(sign)) return '$';
  if (/€|euro/.test(sign)) return '€';
  if (sign !== '') return sign;
  const word = /^[\s\u00a0\u202f]{1,3}(?:(?:de|of|new|d[’'])\s?)?(?<noun>\p{L}{2,40})/u.exec(rest)?.groups?.[
    'noun'
  ];
  const folded = foldText(word ?? '');
  return folded.length < 4 ? '' : folded.slice(0, ENOUGH);
}

export type FigureLikeness = 'same' | 'other' | 'unlike';

/** `other`: of the same thing, but not the same amount. */
export function compareFigures(one: Figure, other: Figure): FigureLikeness {
  const isSign = (unit: string): boolean => /^[^\p{L}]|^x$/u.test(unit);
  const isSameUnit = one.unit === other.unit;
  const isSame = Math.abs(one.value - other.value) <= 1e-9 * Math.max(1, Math.abs(one.value));
  if (isSame) return isSameUnit || (!isSign(one.unit) && !isSign(other.unit)) ? 'same' : 'unlike';
  return isSameUnit && one.unit !== '' ? 'other' : 'unlike';
}
