import type { Color } from '../../common/contract/entities.ts';

/** One tag as a file tells it. */
export interface Code {
  readonly guid: string | null;
  readonly name: string;
  /** The code that it stands below: by its place in the list, or by its name. Undefined where the file does not say. */
  readonly parent: number | string | null | undefined;
  readonly meaning: string;
  readonly color: Color | null;
  readonly aliases: readonly string[];
}

/**
 * A meaning as it is kept: line feeds only, no signs that nobody sees, so that every format can hold it and gives it back.
 */
export function cleanMeaning(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|[\ufffe\uffff]/gu, '')
    .trim();
}
