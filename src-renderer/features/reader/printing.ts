/** Puts the article's printed form into the page while it is printed, however that began: by our command or the browser's. */
import { flushSync, mount, unmount } from 'svelte';
import type { SourceDetail } from '../../../src-main/common/contract/entities.ts';
import { imagesOf } from '../../../src-main/common/document/tree.ts';
import PrintedArticle from './PrintedArticle.svelte';
import type { PictureStore } from './picture-store.ts';
import type { Reading } from './reading.svelte.ts';

export class Printing {
  #printed: Record<string, unknown> | null = null;
  /** The window's title and theme, while the article's title and paper stand for them. */
  #window = { title: '', theme: '' };
  #pictures: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly reading: Reading,
    private readonly source: SourceDetail,
    private readonly store: PictureStore,
    private readonly context: Map<unknown, unknown>,
  ) {}

  /** The browser is about to print: what is not here now is not on paper. */
  begin(): void {
    if (this.#printed || !this.reading.app.pane.isFocused) return;
    const { reader, surface } = this.reading;
    const { dataset } = document.documentElement;
    this.#window = { title: document.title, theme: dataset['theme'] ?? '' };
    // A file that is printed to takes its name from the title; the page's own colour comes from the root.
    document.title = this.source.title;
    dataset['theme'] = 'light';
    this.#printed = mount(PrintedArticle, {
      target: document.body,
      context: this.context,
      props: {
        source: this.source,
        layout: surface.layout,
        excerpts: reader.excerpts,
        pictures: this.#pictures,
      },
    });
    flushSync();
  }

  end(): void {
    if (!this.#printed) return;
    void unmount(this.#printed);
    this.#printed = null;
    document.title = this.#window.title;
    document.documentElement.dataset['theme'] = this.#window.theme;
  }

  /** Prints with its pictures, which are read first. */
  async print(): Promise<void> {
    const blobs = [...imagesOf(this.source.tree)];
    try {
      const read = await Promise.all(
        blobs.map(async (blob) => [blob, await this.store.acquire(blob)] as const),
      );
      this.#pictures = new Map(read.flatMap(([blob, url]) => (url === null ? [] : [[blob, url]])));
      await Promise.all([...this.#pictures.values()].map(decode));
      window.print();
    } finally {
      this.#pictures = new Map();
      for (const blob of blobs) this.store.release(blob);
    }
  }
}

/** An image that is decoded is drawn at once wherever it stands next. One that cannot be is printed as its description. */
async function decode(url: string): Promise<void> {
  const image = new Image();
  image.src = url;
  await image.decode().catch(() => undefined);
}
