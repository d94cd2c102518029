/** The peer: a plain page that wraps each range in `<mark>`, as readers and annotators do. */
import '../../../../src-renderer/styles/index.css';
import '../../../../src-renderer/features/reader/reader.css';
import { PreferenceStore } from '../../../../src-renderer/state/preferences.svelte.ts';
import { lookOf } from '../../../../src-renderer/state/text-look.ts';
import { makeArticle, type Highlighted } from './article.ts';
import { drawn, scrollThrough, type Change } from './clock.ts';

const article = makeArticle();
const root = document.createElement('div');
root.style.cssText = 'height:100vh;overflow:auto';
const body = document.createElement('article');
body.className = 'article-body';
body.lang = 'fr';
root.append(body);
// The same letters, lines and hyphens as the reader's own.
const look = lookOf(new PreferenceStore().values);
for (const [name, value] of Object.entries(look)) root.style.setProperty(`--reader-${name}`, value);
document.body.append(root);
body.style.cssText = 'width:var(--reader-measure);margin:30px auto';
const COLOURS = { yellow: '#fbe9b0', blue: '#cfe0f5', green: '#d2ead5', pink: '#f8d5de', violet: '#e3d7f3' };
const marks = new Map<number, HTMLElement>();

function paragraphAt(offset: number): number {
  let low = 0;
  let high = article.starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((article.starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** No range of the article crosses a paragraph, so that one mark is enough. */
function wrap(index: number, { start, end, color }: Highlighted): void {
  const number = paragraphAt(start);
  const paragraph = body.children[number];
  let at = article.starts[number] ?? 0;
  for (const node of paragraph?.childNodes ?? []) {
    const length = node.textContent?.length ?? 0;
    if (node instanceof Text && at <= start && start < at + length) {
      const range = document.createRange();
      range.setStart(node, start - at);
      range.setEnd(node, Math.min(length, end - at));
      const mark = document.createElement('mark');
      mark.style.cssText = `background:${COLOURS[color]};text-decoration:underline`;
      range.surroundContents(mark);
      marks.set(index, mark);
      return;
    }
    at += length;
  }
}

async function timed(work: () => void): Promise<Change> {
  const began = performance.now();
  work();
  // What was changed has to be laid out before it is seen.
  void root.scrollHeight;
  const done = performance.now();
  return { work: done - began, shown: (await drawn()) - began };
}

globalThis.benchPage = {
  async open() {
    const began = performance.now();
    for (const value of article.paragraphs) {
      const paragraph = document.createElement('p');
      paragraph.append(value);
      body.append(paragraph);
    }
    article.highlights.forEach((highlight, index) => wrap(index, highlight));
    return (await drawn()) - began;
  },
  add: (index) => timed(() => article.spare[index] && wrap(10_000 + index, article.spare[index])),
  recolor: (index) => timed(() => marks.get(10_000 + index)?.style.setProperty('background', COLOURS.pink)),
  remove: (index) =>
    timed(() => {
      const mark = marks.get(10_000 + index);
      const parent = mark?.parentNode;
      mark?.replaceWith(...mark.childNodes);
      parent?.normalize();
    }),
  scroll: (frames) => scrollThrough(root, frames),
  settle: async () => void (await drawn()),
  margin: () => Promise.resolve(null),
};
