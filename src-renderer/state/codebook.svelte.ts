/** The codebook: loaded once for fields, chips and the screen of tags, and again at each change. */
import type { Color, Tag } from '../../src-main/common/contract/entities.ts';
import type { AppPort } from './port.ts';

/** A tag as a field offers it. */
interface KnownTag {
  readonly name: string;
  /** The tags above it, the top first. */
  readonly above: readonly string[];
  readonly aliases: readonly string[];
  readonly color: Color | null;
}

const keyOf = (name: string): string => name.normalize('NFC').toLowerCase();

export class CodebookState {
  #tags = $state.raw<readonly Tag[]>([]);
  #loaded = $state(false);
  #asked = 0;
  readonly #byName = $derived(new Map(this.#tags.map((tag) => [keyOf(tag.name), tag])));

  /** Every tag as a field offers it. */
  readonly known: readonly KnownTag[] = $derived(
    this.#tags.map((tag) => ({
      name: tag.name,
      above: this.lineOf(tag.name).slice(0, -1),
      aliases: tag.aliases,
      color: tag.color,
    })),
  );

  /** Those that something carries, or a tag below them does: the only ones worth searching by. */
  readonly used: readonly KnownTag[] = $derived(
    this.known.filter(({ name }) => (this.find(name)?.within ?? 0) > 0),
  );

  constructor(private readonly app: AppPort) {}

  /** By name. */
  get tags(): readonly Tag[] {
    return this.#tags;
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  find(name: string): Tag | undefined {
    return this.#byName.get(keyOf(name));
  }

  colorOf(name: string): Color | null {
    return this.find(name)?.color ?? null;
  }

  /** Names from the top down to it. */
  lineOf(name: string): readonly string[] {
    const line: string[] = [];
    for (
      let at: Tag | undefined = this.find(name);
      at;
      at = at.parent === null ? undefined : this.find(at.parent)
    )
      line.unshift(at.name);
    return line.length > 0 ? line : [name];
  }

  /** « énergie / gaz »; absent where it stands at the top. */
  pathOf(name: string): string | undefined {
    const line = this.lineOf(name);
    return line.length > 1 ? line.join(' / ') : undefined;
  }

  /** These tags and those above them, each once: whoever asks for a tag means those below it too. */
  widen(names: readonly string[]): readonly string[] {
    return [...new Set(names.flatMap((name) => this.lineOf(name)))];
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    const answer = await this.app.call('tag.list', {});
    if (!answer || asked !== this.#asked) return;
    this.#tags = answer.tags;
    this.#loaded = true;
  }
}
