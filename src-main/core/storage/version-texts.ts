/** Texts and trees of versions, read as they are asked for: the last of each is kept, since it is asked for bit by bit. */
import type { SourceId, VersionId } from '../../common/contract/entities.ts';
import type { Root } from '../../common/document/tree.ts';
import type { Reader } from './connection.ts';
import { readVersionText, readVersionTree } from './sources.ts';

interface Kept<Value> {
  readonly version: VersionId;
  readonly value: Value;
}

export class VersionTexts {
  #text: Kept<string> | null = null;
  #tree: Kept<Root> | null = null;

  constructor(readonly reader: Reader) {}

  /** @throws DossierError not-found */
  text(source: SourceId, version: VersionId): string {
    if (this.#text?.version !== version)
      this.#text = { version, value: readVersionText(this.reader, source, version) };
    return this.#text.value;
  }

  /** @throws DossierError not-found */
  tree(source: SourceId, version: VersionId): Root {
    if (this.#tree?.version !== version)
      this.#tree = { version, value: readVersionTree(this.reader, source, version) };
    return this.#tree.value;
  }
}
