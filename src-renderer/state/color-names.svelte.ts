/** What the five colours mean: the user's words, kept in the notebook; until then the language's own. */
import { COLORS, type Color } from '../../src-main/common/contract/entities.ts';
import { shorten } from '../../src-main/common/language/shorten.ts';
import type { AppPort } from './port.ts';

export const COLOR_NAMES_KEY = 'colors.names';

/** UTF-16 units. */
const MAX_NAME = 40;

export type ColorNames = Readonly<Record<Color, string>>;

export class ColorNameStore {
  #given = $state.raw<Readonly<Partial<Record<Color, string>>>>({});

  constructor(private readonly app: AppPort) {}

  get names(): ColorNames {
    const { yellow, blue, green, pink, violet } = { ...this.app.t.shell.colors, ...this.#given };
    return { yellow, blue, green, pink, violet };
  }

  nameOf(color: Color): string {
    return this.names[color];
  }

  /** The key 1-5 that highlights in this colour. */
  digitOf(color: Color): number {
    return COLORS.indexOf(color) + 1;
  }

  async load(): Promise<void> {
    const answer = await this.app.call('setting.all', {});
    if (answer) this.#given = readNames(answer.settings[COLOR_NAMES_KEY]);
  }

  /** An empty name gives the language's own back. */
  async rename(color: Color, name: string): Promise<void> {
    const { [color]: _old, ...others } = this.#given;
    const clean = tidy(name);
    const given = clean === '' ? others : { ...others, [color]: clean };
    this.#given = given;
    await this.app.call('setting.set', { key: COLOR_NAMES_KEY, value: given });
  }
}

/** On one line, and short enough to stand on a button. */
function tidy(name: string): string {
  return shorten(name.replace(/\s+/g, ' ').trim(), MAX_NAME);
}

/** Settings are the user's data and may hold anything: only non-empty texts under the five colours are taken. */
function readNames(value: unknown): Partial<Record<Color, string>> {
  if (typeof value !== 'object' || value === null) return {};
  const names: Partial<Record<Color, string>> = {};
  for (const color of COLORS) {
    const name = (value as Partial<Record<Color, unknown>>)[color];
    const clean = typeof name === 'string' ? tidy(name) : '';
    if (clean !== '') names[color] = clean;
  }
  return names;
}
