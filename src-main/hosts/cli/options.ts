/** The kinds of options that verbs have, and their values once read. */

export interface OptionSpec {
  readonly kind: 'flag' | 'text' | 'number' | 'date' | 'choice';
  /** What stands for the value in help. */
  readonly value: string;
  readonly choices: readonly string[];
  readonly repeated: boolean;
  readonly required: boolean;
  /** Bounds of a number, both allowed. */
  readonly least: number;
  readonly most: number;
}

const BASE = {
  kind: 'text',
  value: '',
  choices: [],
  repeated: false,
  required: false,
  least: 0,
  most: Number.MAX_SAFE_INTEGER,
} as const satisfies OptionSpec;

export const flag: OptionSpec = { ...BASE, kind: 'flag' };

export function text(value: string): OptionSpec {
  return { ...BASE, value };
}

export function texts(value: string): OptionSpec {
  return { ...BASE, value, repeated: true };
}

export function number(least: number, most: number): OptionSpec {
  return { ...BASE, kind: 'number', value: 'N', least, most };
}

/** A year, month or day. */
export const date: OptionSpec = { ...BASE, kind: 'date', value: 'D' };

export function choice(choices: readonly string[]): OptionSpec {
  return { ...BASE, kind: 'choice', value: choices.join('|'), choices };
}

export function choicesOf(choices: readonly string[]): OptionSpec {
  return { ...choice(choices), repeated: true };
}

export function required(option: OptionSpec): OptionSpec {
  return { ...option, required: true };
}

/** The options of one call. A single-valued option that was given twice has its last value. */
export class Options {
  constructor(
    private readonly values: ReadonlyMap<string, readonly string[]>,
    private readonly flags: ReadonlySet<string>,
  ) {}

  has(name: string): boolean {
    return this.flags.has(name);
  }

  get(name: string): string | undefined {
    return this.values.get(name)?.at(-1);
  }

  /** Undefined where it was not given, so that an absent list stays absent in the call. */
  all(name: string): string[] | undefined {
    const values = this.values.get(name);
    return values ? [...values] : undefined;
  }

  number(name: string): number | undefined {
    const value = this.get(name);
    return value === undefined ? undefined : Number(value);
  }

  /** A choice, typed by the list that it was checked against. */
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.get(name);
    return choices.find((each) => each === value);
  }

  choices<Choice extends string>(name: string, choices: readonly Choice[]): Choice[] | undefined {
    const values = this.all(name);
    return values && choices.filter((each) => values.includes(each));
  }
}
