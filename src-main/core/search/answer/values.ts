/** Instead of a number, where there is no value. */
export const NONE = -1;

/** Values that are one where their keys are equal, each with a number. */
export class Values {
  readonly #numbers = new Map<string, number>();
  readonly #all: Value[] = [];

  constructor(readonly keyOf: (value: string) => string) {}

  /** @returns its number, a new one where it was not known */
  number(value: string): number {
    const key = this.keyOf(value);
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#all.push({ spelling: key, forms: new Map() }) - 1;
      this.#numbers.set(key, number);
    }
    return number;
  }

  /** @returns its number, `NONE` where it is not known */
  find(value: string): number {
    return this.#numbers.get(this.keyOf(value)) ?? NONE;
  }

  /** Counts this form of it. @returns its number */
  count(value: string): number {
    const number = this.number(value);
    const known = this.#all[number];
    if (known) {
      const count = (known.forms.get(value) ?? 0) + 1;
      known.forms.set(value, count);
      const most = known.forms.get(known.spelling) ?? 0;
      if (count > most || (count === most && value < known.spelling)) known.spelling = value;
    }
    return number;
  }

  /** The form that was counted most often, of several the first by its code units; the key where none was. */
  spelling(number: number): string {
    return this.#all[number]?.spelling ?? '';
  }
}

interface Value {
  spelling: string;
  readonly forms: Map<string, number>;
}
