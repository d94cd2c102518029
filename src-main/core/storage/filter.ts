import type { Value } from './connection.ts';

/** Conditions joined by AND, each with its values; what is undefined is left out. */
export class Filter {
  readonly #conditions: string[] = [];
  readonly values: Value[] = [];

  add(condition: string, ...values: readonly (Value | undefined)[]): this {
    if (values.some((value) => value === undefined)) return this;
    this.#conditions.push(condition);
    for (const value of values) if (value !== undefined) this.values.push(value);
    return this;
  }

  get where(): string {
    return this.#conditions.length === 0 ? '' : `WHERE ${this.#conditions.join(' AND ')}`;
  }
}
