/** Numbers with their noun, in the grammar of one language. */
export interface Counter {
  /** `1 234 documents`: the number in the language's notation, then the form that it asks for. */
  (n: number, one: string, many: string): string;
}

export function createCounter(locale: string): Counter {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  // A no-break space, so that a number never ends a line without its noun.
  return (n, one, many) => `${number.format(n)}\u00A0${plural.select(n) === 'one' ? one : many}`;
}
