/** Signs that stand before words: never colour alone, never a sign alone. */
import type { Status } from '../../common/contract/entities.ts';
import type { CliWords } from '../../common/messages/cli/en.ts';

const MARKS: Readonly<Record<Status, string>> = { verified: '✓', disputed: '≠', unreviewed: '○' };

export function statusText(status: Status, words: CliWords): string {
  return `${MARKS[status]} ${words.statuses[status]}`;
}

export function tagText(tags: readonly string[]): string {
  return tags.map((tag) => `#${tag}`).join(' ');
}

/** Numbers as the language writes them. */
export function numberText(value: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(value);
}

/** A part of a whole, in percent, as the language writes it. */
export function shareText(share: number, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
}
