/** The article of a page that is made by scripts, from what the page gives to search engines: it shows none of it. */
import { textOfBlock, type Block } from './blocks.ts';
import { buildPage } from './dom.ts';
import { readWitness } from './witness.ts';

/** A page that shows less of the text shows its beginning to whoever does not pay; one that shows more words it another way. */
const SHOWN = 0.6;
const PIECE = 20;

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** @returns the text in paragraphs; null where there is little of it, or the page shows it */
export function takeToldBody(body: string | null, blocks: readonly Block[]): Element | null {
  const witness = body === null ? null : readWitness(body);
  if (body === null || !witness) return null;
  const most = witness.length * SHOWN;
  let shown = 0;
  for (const block of blocks) {
    if (block.length < PIECE) continue;
    const text = textOfBlock(block);
    shown += text.length * witness.shareOf(text);
    if (shown > most) return null;
  }
  const isMarkup = /<(?:p|div|br)\b/i.test(body);
  const lines = body.split(/\s*\n\s*/).filter((line) => line !== '');
  const html = isMarkup ? body : lines.map((line) => `<p>${escape(line)}</p>`).join('');
  return buildPage(`<body>${html}`, false).document.body;
}
