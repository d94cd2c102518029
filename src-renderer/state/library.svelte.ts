/** The library's sources: loaded once for the list, the palette and the counts, and again at each change. */
import type { Source, SourceId } from '../../src-main/common/contract/entities.ts';
import type { AppPort } from './port.ts';

export class LibraryState {
  #sources = $state.raw<readonly Source[]>([]);
  #loaded = $state(false);
  #asked = 0;

  constructor(private readonly app: AppPort) {}

  get sources(): readonly Source[] {
    return this.#sources;
  }

  /** False until the first answer: an empty list is not yet an empty library. */
  get loaded(): boolean {
    return this.#loaded;
  }

  find(id: SourceId): Source | undefined {
    return this.#sources.find((source) => source.id === id);
  }

  async load(): Promise<void> {
    const asked = ++this.#asked;
    const answer = await this.app.call('source.list', {});
    // An older answer that comes late would bring back what was removed meanwhile.
    if (!answer || asked !== this.#asked) return;
    this.#sources = answer.sources;
    this.#loaded = true;
  }
}
