/** Stored pictures as addresses that this page itself has made (`blob:`): in memory while somebody shows them. */
export interface StoredPicture {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

interface Held {
  readonly url: Promise<string | null>;
  users: number;
}

export class PictureStore {
  readonly #held = new Map<string, Held>();

  /** @param read gives null for a picture that cannot be had */
  constructor(private readonly read: (sha256: string) => Promise<StoredPicture | null>) {}

  /** An address to show, null where there is none; to be given back by `release` either way. */
  acquire(sha256: string): Promise<string | null> {
    const held = this.#held.get(sha256) ?? { url: this.#open(sha256), users: 0 };
    held.users += 1;
    this.#held.set(sha256, held);
    return held.url;
  }

  release(sha256: string): void {
    const held = this.#held.get(sha256);
    if (!held) return;
    held.users -= 1;
    if (held.users > 0) return;
    this.#held.delete(sha256);
    void held.url.then((url) => url !== null && URL.revokeObjectURL(url));
  }

  async #open(sha256: string): Promise<string | null> {
    const picture = await this.read(sha256);
    if (!picture) return null;
    return URL.createObjectURL(new Blob([Uint8Array.from(picture.bytes)], { type: picture.mediaType }));
  }
}
