import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Block, Image } from '../../../src-main/common/document/tree.ts';
import { PictureStore } from '../../../src-renderer/features/reader/picture-store.ts';
import ArticleOnPage from './ArticleOnPage.svelte';

const BLOB = 'ab'.repeat(32);
const image: Image = { type: 'image', alt: 'A map', blob: BLOB, width: 640, height: 400 };
const paragraph = (...children: Image[]): Block => ({ type: 'paragraph', children });

/** Everything is near the screen, until `leave`. */
class Observer {
  static readonly all: Observer[] = [];
  constructor(readonly callback: (entries: { isIntersecting: boolean }[]) => void) {
    Observer.all.push(this);
  }
  observe(): void {
    this.callback([{ isIntersecting: true }]);
  }
  leave(): void {
    this.callback([{ isIntersecting: false }]);
  }
  disconnect(): void {
    // Nothing is kept.
  }
}

const made: string[] = [];
const gone: string[] = [];

beforeEach(() => {
  Observer.all.length = made.length = gone.length = 0;
  vi.stubGlobal('IntersectionObserver', Observer);
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    const url = `blob:${made.length}`;
    made.push(url);
    return url;
  });
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void gone.push(url));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const stored = () => ({ mediaType: 'image/png', bytes: new Uint8Array(3) });

function show(nodes: readonly Block[], found: typeof stored | (() => null) = stored): string[] {
  const asked: string[] = [];
  render(ArticleOnPage, { nodes, stored: found, onask: (what: string) => void asked.push(what) });
  return asked;
}

describe('a picture', () => {
  it('is shown with its description, in a place that was kept for it, and enlarged when it is chosen', async () => {
    const asked = show([paragraph(image)]);
    const frame = screen.getByRole('button', { name: 'Enlarge: A map' });
    expect(frame.style.aspectRatio).toBe('640 / 400');
    expect((await screen.findByRole('img', { name: 'A map' })).getAttribute('src')).toBe('blob:0');
    await fireEvent.click(frame);
    expect(asked).toEqual(['enlarge A map']);
  });

  it('is let go when it leaves the screen, and read again when it comes back', async () => {
    show([paragraph(image)]);
    await screen.findByRole('img', { name: 'A map' });
    Observer.all[0]?.leave();
    await vi.waitFor(() => expect(gone).toEqual(['blob:0']), 10_000);
    Observer.all[0]?.observe();
    expect((await screen.findByRole('img', { name: 'A map' })).getAttribute('src')).toBe('blob:1');
  });

  it('that is gone, or was never taken, is its description', async () => {
    show([paragraph(image, { type: 'image', alt: 'Far away', blob: null })], () => null);
    expect((await screen.findByRole('img', { name: 'A map' })).textContent).toBe('A map');
    expect(screen.getByRole('img', { name: 'Far away' }).textContent).toBe('Far away');
  });

  it('within a link belongs to the link', async () => {
    const link = { type: 'link', url: 'https://example.org/', children: [image] } as const;
    show([{ type: 'paragraph', children: [link] }]);
    const picture = await screen.findByRole('img', { name: 'A map' });
    expect(picture.closest('a')?.href).toBe(link.url);
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('pictures in memory', () => {
  it('are read once, however many show them, and freed by the last', async () => {
    const read = vi.fn(() => Promise.resolve(stored()));
    const store = new PictureStore(read);
    expect(await store.acquire(BLOB)).toBe(await store.acquire(BLOB));
    expect(read).toHaveBeenCalledTimes(1);
    store.release(BLOB);
    await Promise.resolve();
    expect(gone).toEqual([]);
    store.release(BLOB);
    await vi.waitFor(() => expect(gone).toEqual(['blob:0']), 10_000);
    store.release(BLOB);
    expect(gone).toEqual(['blob:0']);
  });
});
