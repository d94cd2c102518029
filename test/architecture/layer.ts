/** A rule of the architecture: some files, and what they may import. */
export interface Layer {
  readonly name: string;
  /** Repository paths that belong to it. The first layer that matches owns a file. */
  readonly files: RegExp;
  /** Layers whose files it may import, beside its own where `closed` is not set. */
  readonly may: readonly string[];
  /** npm packages and `node:` modules it may import. */
  readonly packages: readonly RegExp[];
  /** A folder per feature: files of one must not import files of another. */
  readonly features?: RegExp;
}
