/** Text that stays text in Obsidian, which reads more signs than CommonMark does: tags, links, comments, formulas. */
import { escapeInline } from '../markdown/escape.ts';

/** `#` would make a tag, `^` an anchor; `==` marks, `%%` hides, `$` begins a formula, `|` divides. */
const MORE = /[#^$|]|([=%:])\1+/g;

export function escapeForObsidian(text: string): string {
  return escapeInline(text).replace(MORE, (signs) =>
    Array.from(signs)
      .map((sign) => `\\${sign}`)
      .join(''),
  );
}
