/** Names that every file system takes, made from titles that anyone may have written. */

/** Bytes of UTF-8 before extension and number: 255 is the usual limit of a name, paths have their own. */
const MAX_BYTES = 96;

/** What Windows keeps for devices, with or without an extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(?:\.|$)/i;

/** Control, format (bidirectional overrides, zero width, byte order mark), private, unpaired surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

const FORBIDDEN = /[<>:"/\\|?*]/g;

const encoder = new TextEncoder();

/** One safe name without an extension; `fallback` where nothing of the title can stand in a name. */
export function safeName(title: string, fallback: string): string {
  const plain = title
    .normalize('NFC')
    .replace(/[\t\n\r]/g, ' ')
    .replace(INVISIBLE, '')
    .replace(FORBIDDEN, ' ')
    .replace(/\s+/g, ' ');
  const name = trimEnd(shorten(trimStart(plain), MAX_BYTES));
  if (name === '') return fallback;
  return RESERVED.test(name) ? `_${name}` : name;
}

/**
 * Safe names for several titles, in their order. Names that a file system may take for one (by case, normal
 * form or compatibility) get a number.
 */
export function safeNames(
  titles: readonly string[],
  fallback: string,
  taken: readonly string[] = [],
): string[] {
  const used = new Set(taken.map(collisionKey));
  /** The number to try next: a thousand of one title would otherwise each try those of all before. */
  const numbers = new Map<string, number>();
  return titles.map((title) => {
    const base = safeName(title, fallback);
    let name = base;
    const key = collisionKey(base);
    let number = numbers.get(key) ?? 2;
    for (; used.has(collisionKey(name)); number += 1) name = `${base} ${number}`;
    numbers.set(key, number);
    used.add(collisionKey(name));
    return name;
  });
}

/** Equal for all names that some file system takes for the same one. */
export function collisionKey(name: string): string {
  return name.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
}

/** No leading dot (hidden, or `..`) and no leading dash (an option). */
function trimStart(name: string): string {
  return name.replace(/^[\s.\-]+/, '');
}

/** No trailing dot or space, which Windows drops. For short names: a long run within one would be looked at again and again. */
function trimEnd(name: string): string {
  return name.replace(/[\s.]+$/, '');
}

/** Cuts between user-perceived characters. */
function shorten(name: string, limit: number): string {
  let size = 0;
  let end = 0;
  for (const { segment, index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(name)) {
    size += encoder.encode(segment).length;
    if (size > limit) break;
    end = index + segment.length;
  }
  return name.slice(0, end);
}
