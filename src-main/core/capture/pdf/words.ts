/** Characters and words as PDFs write them, put back into what was meant. */

/** Symbol fonts keep their bullets in the private use area. */
const PRIVATE: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf0a8': '•',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf02d': '–',
  '\uf020': ' ',
};
const ODD = /[\ufb00-\ufb06\ue000-\uf8ff\ufffd\ufffe\u00ad\0-\x1f\x7f-\x9f\u2000-\u200b\u00a0\ufeff]/;
/** A letter, a space, a letter, a space: a heading set wide. */
const TRACKED = /(?<![\p{L}\p{M}])(?:\p{L} ){3,}\p{L}(?![\p{L}\p{M}])/gu;

function normaliseOdd(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\ue000-\uf8ff]/g, (symbol) => PRIVATE[symbol] ?? '')
    .replace(/[\ufffd\ufffe\ufeff\u200b\0-\x08\x0e-\x1f\x7f-\x9f]/g, '')
    .replace(/[\t\n\v\f\r\u00a0\u2000-\u200a]/g, ' ')
    .replace(/\u00ad(?!$)/g, '');
}

/** Ligatures taken apart, symbols that only their font knew taken out; a soft hyphen stays at the end alone. */
export function normaliseCharacters(text: string): string {
  return ODD.test(text) ? normaliseOdd(text) : text;
}

/** « C H A P T E R » as the word that it is; two spaces are where one word ended. */
export function closeTracking(text: string): string {
  if (!/\p{L} \p{L} \p{L} \p{L}/u.test(text)) return text;
  return text.replace(TRACKED, (run) => run.replaceAll(' ', ''));
}

const HYPHEN_END = /([\p{L}\p{M}]+)([-\u2010\u00ad])$/u;
const WORD_START = /^\p{Ll}[\p{L}\p{M}]*/u;
const COMPOUND = /[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)+/gu;
/** French verbs and pronouns keep their hyphen wherever they are parted. */
const ENCLITIC = /^(?:il|ils|elle|elles|on|nous|vous|là|ci|même|mêmes)$/;

/** The compounds that stand within the lines of a document, which tell a hyphen of theirs from one of a line end. */
export class Compounds {
  readonly #known = new Set<string>();

  learn(line: string): void {
    if (!/[-\u2010]/.test(line)) return;
    for (const [compound] of line.matchAll(COMPOUND)) {
      const parts = compound.toLowerCase().split(/[-\u2010]/);
      for (let at = 1; at < parts.length; at += 1)
        this.#known.add(`${parts[at - 1] ?? ''}-${parts[at] ?? ''}`);
    }
  }

  has(first: string, second: string): boolean {
    return this.#known.has(`${first.toLowerCase()}-${second.toLowerCase()}`);
  }
}

export interface Joint {
  /** How many characters of the first line's end go. */
  readonly cut: number;
  /** What goes between both. */
  readonly between: '' | ' ';
}

/** Letters of scripts without spaces, and their punctuation; not Latin letters set as wide as those. */
const CJK_END = /[\u3000-\u30ff\u3400-\u9fff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]$/;
const CJK_START = /^[\u3000-\u30ff\u3400-\u9fff\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/;

/** How a line and the one after it become one text. */
export function joinLines(first: string, second: string, compounds: Compounds): Joint {
  const hyphen = HYPHEN_END.exec(first);
  if (hyphen) {
    const [, before = '', mark] = hyphen;
    if (mark === '\u00ad') return { cut: 1, between: '' };
    const after = WORD_START.exec(second)?.[0];
    if (after === undefined || ENCLITIC.test(after) || compounds.has(before, after)) {
      return { cut: 0, between: /^[\p{L}\p{N}]/u.test(second) ? '' : ' ' };
    }
    return { cut: 1, between: '' };
  }
  if (/\d[-\u2010\u2013]$/u.test(first) && /^\d/.test(second)) return { cut: 0, between: '' };
  if (/[-\u2010/]$/.test(first) && /\S[-\u2010/]$/.test(first) && /^\p{Lu}/u.test(second)) {
    return { cut: 0, between: '' };
  }
  const isUnspaced = CJK_END.test(first) && CJK_START.test(second);
  return { cut: 0, between: isUnspaced || /\s$/.test(first) || /^\s/.test(second) ? '' : ' ' };
}
