/** Texts cut to their room, each once: measuring is most of what drawing text costs. */
export type Measure = (text: string, font: string) => number;

/** More are not kept: zooming and resizing ask for others each time. */
const MOST = 4000;

export class TextFit {
  readonly #known = new Map<string, string>();

  constructor(private readonly measure: Measure) {}

  /** The text, or as much of its beginning as there is room for with an ellipsis; nothing where not even that fits. */
  fit(text: string, font: string, room: number): string {
    const key = `${font}\n${Math.floor(room)}\n${text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size > MOST) this.#known.clear();
    const fitted = this.#cut(text, font, room);
    this.#known.set(key, fitted);
    return fitted;
  }

  #cut(text: string, font: string, room: number): string {
    if (this.measure(text, font) <= room) return text;
    const signs = [...text];
    let [fits, tooMany] = [0, signs.length];
    while (tooMany - fits > 1) {
      const middle = (fits + tooMany) >> 1;
      if (this.measure(`${signs.slice(0, middle).join('')}…`, font) <= room) fits = middle;
      else tooMany = middle;
    }
    return fits === 0 ? '' : `${signs.slice(0, fits).join('').trimEnd()}…`;
  }
}
