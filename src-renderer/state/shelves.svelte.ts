/** Collections and saved searches of the open notebook: read once for all who show them, and again at each change. */
import type { Collection, CollectionId, SavedSearch } from '../../src-main/common/contract/collections.ts';
import type { Input } from '../../src-main/common/contract/commands.ts';
import type { SourceId } from '../../src-main/common/contract/entities.ts';
import type { AppPort } from './port.ts';

export class Shelves {
  #collections = $state.raw<readonly Collection[]>([]);
  #saved = $state.raw<readonly SavedSearch[]>([]);

  constructor(private readonly app: AppPort) {}

  /** In the user's order. */
  get collections(): readonly Collection[] {
    return this.#collections;
  }

  /** By name. */
  get saved(): readonly SavedSearch[] {
    return this.#saved;
  }

  find(id: CollectionId): Collection | undefined {
    return this.#collections.find((collection) => collection.id === id);
  }

  async load(): Promise<void> {
    const [collections, saved] = await Promise.all([
      this.app.client.call('collection.list', {}),
      this.app.client.call('saved.list', {}),
    ]);
    if (collections.ok) this.#collections = collections.value.collections;
    if (saved.ok) this.#saved = saved.value.searches;
  }

  add(name: string, sources: readonly SourceId[] = []): Promise<unknown> {
    return this.app.mutate('collection.add', { name, sources: [...sources] });
  }

  save(name: string, query: string, filters: Input<'saved.add'>['filters']): Promise<unknown> {
    return this.app.mutate('saved.add', { name, query, filters });
  }
}
