/**
 * What the extractor kept, looked at again: pieces of the article that it left out are put back, and what is certainly
 * none of it is taken out. Each rule was kept because it paid on pages with known answers (test/bench/capture), and
 * does nothing on a page that the extractor got right.
 */
import { hasMark, linkShare, MARKS, textOfBlock, type Block } from './blocks.ts';
import { findBeside } from './beside.ts';
import { headsLinks, isClutterText, isLabelledLink } from './clutter.ts';
import { findHead, findTail } from './ends.ts';
import { findHiddenRest } from './hidden-rest.ts';
import { findInserts } from './inserts.ts';
import { findKept } from './kept.ts';
import { findNextArticles } from './next-articles.ts';
import { hasNamedParent, isHeading, kindOf, plain, sum, tagOf } from './pieces.ts';
import { findRepeats } from './repeats.ts';
import type { Rule } from './rules.ts';
import { Surgery } from './surgery.ts';
import { readWitness, type Witness } from './witness.ts';

/** What can be said of a page from elsewhere than its text. */
export interface Hints {
  readonly title: string | null;
  /** The text of the article as the page gives it to search engines (JSON-LD `articleBody`). */
  readonly body: string | null;
}

/** Shorter pieces are labels, dates and names as often as prose. */
const PROSE = 80;
/** A heading that ends as a sentence does is one from so many characters on. */
const SENTENCE = 60;
/** A text of its own; less of it is a teaser. */
const TEXT = 400;
/** A lead stands close below the title. */
const LEAD_WITHIN = 14;
const NOT_ARTICLE = MARKS.frame | MARKS.comments | MARKS.clutter | MARKS.hidden | MARKS.aside | MARKS.consent;

export interface Chosen {
  readonly isChanged: boolean;
  /** Pieces that are no part of the article. */
  readonly left: readonly Block[];
}

class Choice {
  /** By number of the piece. */
  readonly #kept: ReadonlyMap<number, Element>;
  readonly #mixed = new Set<Block>();
  readonly #added = new Set<Block>();
  readonly #removed = new Set<Block>();
  /** Without the words that stand directly in them, but with the pieces within. */
  readonly #bared = new Set<Block>();
  /** Never added again. */
  readonly #barred = new Set<Block>();
  readonly #texts = new Map<Block, string>();
  readonly #proseKnown = new Map<Block, boolean>();
  readonly #witness: Witness | null;

  constructor(
    readonly blocks: readonly Block[],
    readonly content: Element,
    readonly hints: Hints,
  ) {
    this.#kept = findKept(blocks, content);
    for (const block of blocks) this.#markMixed(block);
    this.#witness = hints.body === null ? null : readWitness(hints.body);
  }

  run(isOn: (rule: Rule) => boolean): Chosen {
    const isProse = (block: Block) => this.#isProse(block);
    if (isOn('comments')) this.#replaceComments();
    if (isOn('teasers')) this.#replaceTeasers();
    if (isOn('body')) this.#takeBody(MARKS.body, 0.7) || this.#takeBody(MARKS.main, 0.35);
    if (isOn('witness')) this.#followWitness();
    if (isOn('next')) this.#cutNext();
    if (isOn('below')) this.#cutBelow();
    if (isOn('between')) this.#addBetween();
    if (isOn('hidden')) this.#addAll(findHiddenRest(this.blocks, this.#prose(), isProse, TEXT));
    if (isOn('lead')) this.#addLead();
    if (isOn('clutter')) this.#removeClutter();
    if (isOn('boxes')) this.#removeAll(findInserts(this.#keptBlocks()));
    if (isOn('beside')) this.#cutBeside();
    if (isOn('repeats')) this.#removeAll(findRepeats(this.#keptBlocks(), isProse));
    if (isOn('head')) this.#removeAll(findHead(this.#keptBlocks(), plain(this.hints.title ?? ''), isProse));
    if (isOn('tail')) this.#removeAll(findTail(this.#keptBlocks(), this.#mixed));
    const surgery = new Surgery(this.content, this.blocks, this.#kept);
    for (const block of this.#bared) surgery.removeWords(block);
    surgery.remove(this.#removed);
    surgery.insert([...this.#added].sort((a, b) => a.id - b.id));
    const isChanged = this.#added.size + this.#removed.size + this.#bared.size > 0;
    return { isChanged, left: this.blocks.filter((block) => !this.#isKept(block)) };
  }

  /** Pieces that hold other pieces are not added, nor removed with them: what is within would come or go too. */
  #markMixed(block: Block): void {
    for (let at = block.holder.parent; at; at = at.parent) {
      if (!at.block) continue;
      this.#mixed.add(at.block);
      // What is around that one was marked when it was looked at.
      return;
    }
  }

  #text(block: Block): string {
    let text = this.#texts.get(block);
    if (text === undefined) this.#texts.set(block, (text = textOfBlock(block)));
    return text;
  }

  #isKept(block: Block): boolean {
    if (this.#removed.has(block) || this.#bared.has(block)) return false;
    return this.#kept.has(block.id) || this.#added.has(block);
  }

  /** Asked of each piece by many rules. */
  #isProse(block: Block): boolean {
    let is = this.#proseKnown.get(block);
    if (is === undefined) this.#proseKnown.set(block, (is = this.#readsAsProse(block)));
    return is;
  }

  #readsAsProse(block: Block): boolean {
    if (block.length < PROSE || linkShare(block) > 0.3 || isHeading(block)) return false;
    const text = this.#text(block);
    return text.length >= PROSE && /[.!?…»”"'’:;。！？]\s*$/.test(text) && !isClutterText(text);
  }

  #add(block: Block): void {
    if (this.#mixed.has(block) || this.#kept.has(block.id) || this.#barred.has(block)) return;
    this.#added.add(block);
  }

  #remove(block: Block): void {
    if (!this.#mixed.has(block)) this.#added.delete(block);
    if (this.#kept.has(block.id)) (this.#mixed.has(block) ? this.#bared : this.#removed).add(block);
  }

  #addAll(blocks: Iterable<Block>): void {
    for (const block of blocks) this.#add(block);
  }

  #removeAll(blocks: Iterable<Block>): void {
    for (const block of blocks) this.#remove(block);
  }

  #keptBlocks(): Block[] {
    return this.blocks.filter((block) => this.#isKept(block));
  }

  #prose(): Block[] {
    return this.#keptBlocks().filter((block) => this.#isProse(block));
  }

  /** Readers' comments taken for the article because they were longer, or beside it. */
  #replaceComments(): void {
    const prose = this.#prose();
    const comments = prose.filter((block) => hasMark(block, MARKS.comments));
    const first = prose.find((block) => !hasMark(block, MARKS.comments));
    if (sum(comments) < sum(prose) / 2) {
      if (sum(prose) - sum(comments) < TEXT) return;
      const isBelow = (block: Block) => hasMark(block, MARKS.comments) && block.id > (first?.id ?? 0);
      // Within comments all is comments, and so what holds other pieces goes as a whole.
      for (const block of this.#keptBlocks().filter(isBelow)) this.#removed.add(block);
      return;
    }
    const article = this.#articleProse();
    if (sum(article) < TEXT) return;
    this.#removeAll(comments);
    this.#addAll(article);
  }

  #articleProse(): Block[] {
    return this.blocks.filter((block) => !hasMark(block, NOT_ARTICLE) && this.#isProse(block));
  }

  /** Teasers of other articles taken for this one, which is short and stands just below its title. */
  #replaceTeasers(): void {
    const title = this.#findTitle(this.blocks.length);
    const kept = this.#keptBlocks();
    if (!title || sum(kept.filter((block) => hasMark(block, MARKS.clutter))) < sum(kept) * 0.8) return;
    const article = this.#articleProse().filter((block) => block.id > title.id);
    const [first] = article;
    if (!first || first.id - title.id > LEAD_WITHIN) return;
    for (const block of kept) if (hasMark(block, MARKS.clutter)) this.#remove(block);
    this.#addAll(article);
  }

  /** The text that the page says is its article's, where no more than `least` of it was kept. */
  #takeBody(mark: number, least: number): boolean {
    const body = this.blocks.filter(
      (block) => hasMark(block, mark) && !hasMark(block, NOT_ARTICLE) && linkShare(block) < 0.5,
    );
    const prose = body.filter((block) => this.#isProse(block));
    if (sum(prose) < TEXT) return false;
    const kept = prose.filter((block) => this.#isKept(block));
    if (sum(kept) > sum(prose) * least) return false;
    this.#addAll(body);
    if (kept.length > 0) return true;
    for (const block of this.#keptBlocks()) if (!hasMark(block, mark)) this.#remove(block);
    return true;
  }

  /** What stands below the text that microdata declares to be the whole of the article. */
  #cutBelow(): void {
    const kept = this.#keptBlocks();
    const body = kept.filter((block) => hasMark(block, MARKS.declared));
    const last = body.at(-1);
    if (!last || sum(body) < 2 * TEXT || sum(body) < sum(kept) * 0.6) return;
    for (const block of kept) if (block.id > last.id && !hasMark(block, MARKS.figure)) this.#remove(block);
  }

  /** What search engines are given is put back, and what stands around it and is not part of it is taken out. */
  #followWitness(): void {
    const witness = this.#witness;
    if (!witness) return;
    const share = new Map<Block, number>();
    const seen = new Set<string>();
    for (const block of this.blocks) {
      if (block.length < 20) continue;
      const text = this.#text(block);
      share.set(block, witness.shareOf(text));
      if (this.#isKept(block)) seen.add(plain(text));
    }
    const missing = this.blocks.filter(
      (block) => (share.get(block) ?? 0) > 0.8 && !this.#isKept(block) && !seen.has(plain(this.#text(block))),
    );
    for (const block of missing) {
      if (block.length < PROSE / 2 || linkShare(block) > 0.8) continue;
      seen.add(plain(this.#text(block)));
      this.#add(block);
    }
    const kept = this.#keptBlocks();
    const within = kept.filter((block) => (share.get(block) ?? 0) > 0.8);
    const [first, last] = [within[0], within.at(-1)];
    if (!first || !last || sum(within) < witness.length * 0.85) return;
    for (const block of kept) {
      const isOutside = block.id > last.id || (block.id < first.id && block.length < PROSE);
      if (isOutside && (share.get(block) ?? 0) < 0.5 && !hasMark(block, MARKS.figure)) this.#remove(block);
    }
  }

  /** Prose between two kept pieces, in the same kind of container: an article in several bodies. */
  #addBetween(): void {
    const prose = this.#prose();
    const [first, last] = [prose[0], prose.at(-1)];
    if (!first || !last) return;
    const kinds = new Map<string, number>();
    for (const block of prose) {
      const kind = kindOf(block);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    }
    for (const block of this.blocks) {
      if (this.#isKept(block) || hasMark(block, NOT_ARTICLE) || !this.#isProse(block)) continue;
      const isSame = (kinds.get(kindOf(block)) ?? 0) > 1;
      if (isSame && tagOf(block) === 'p' && hasNamedParent(block)) this.#add(block);
    }
  }

  #findTitle(before: number): Block | undefined {
    const title = plain(this.hints.title ?? '');
    if (title.length < 8) return undefined;
    return this.blocks.findLast(
      (block) =>
        block.id < before && tagOf(block) === 'h1' && title.startsWith(plain(this.#text(block)).slice(0, 40)),
    );
  }

  /** The articles that follow this one on a page without end. */
  #cutNext(): void {
    const title = this.#findTitle(this.blocks.length);
    const next = title ? findNextArticles(this.blocks, title) : [];
    const left = new Set(next);
    if (left.size === 0) return;
    const isOwn = (block: Block) => !left.has(block);
    const own = this.#keptBlocks().filter((block) => isOwn(block) && this.#isProse(block));
    // The next one was taken instead where it is longer.
    const all = sum(own) >= TEXT ? own : this.#articleProse().filter(isOwn);
    if (sum(all) < TEXT) return;
    for (const block of next) this.#barred.add(block);
    this.#addAll(all);
    this.#removeAll(next);
  }

  /** The lead, which many pages put between the title and the container of the text. */
  #addLead(): void {
    const first = this.blocks.find((block) => this.#isKept(block) && this.#isProse(block));
    const heading = first ? this.#findTitle(first.id) : undefined;
    if (!first || !heading || first.id - heading.id > LEAD_WITHIN) return;
    for (const block of this.blocks.slice(heading.id + 1, first.id)) {
      if (this.#isKept(block) || hasMark(block, NOT_ARTICLE) || hasMark(block, MARKS.figure)) continue;
      if (linkShare(block) < 0.2 && (this.#isProse(block) || this.#isSubtitle(block, heading)))
        this.#add(block);
    }
  }

  /** A sentence below the title that is marked as a heading of the second rank. */
  #isSubtitle(block: Block, title: Block): boolean {
    const isNear = tagOf(block) === 'h2' && block.id - title.id <= 3 && block.length >= SENTENCE;
    return isNear && /[.!?…]\s*$/.test(this.#text(block)) && !isClutterText(this.#text(block));
  }

  /** « Read more », « Advertisement », « Share »: pieces that say themselves that they are no part of the text. */
  #removeClutter(): void {
    let isBelow = false;
    const kept = this.#keptBlocks();
    for (const [at, block] of kept.entries()) {
      const isLead =
        block.length <= 400 && !hasMark(block, MARKS.figure) && this.#isLead(block, kept[at + 1]);
      // Links just below « Related » are what it says.
      const isLed: boolean = isBelow && linkShare(block) > 0.8;
      if (isLead || isLed) this.#remove(block);
      isBelow = isLead || isLed;
    }
  }

  #isLead(block: Block, next: Block | undefined): boolean {
    const text = this.#text(block);
    if (isClutterText(text)) return true;
    // Words that stand loose around pieces belong together only by chance.
    if (this.#mixed.has(block)) return block.parts.every((part) => part.trim() === '' || isClutterText(part));
    if (linkShare(block) > 0.6) return tagOf(block) !== 'li' && isLabelledLink(text);
    return next !== undefined && linkShare(next) > 0.8 && headsLinks(text);
  }

  #cutBeside(): void {
    const kept = this.#keptBlocks();
    const prose = this.#prose();
    const beside = findBeside(kept, prose);
    if (sum(prose) >= TEXT / 2) this.#removeAll(beside);
  }
}

/** Changes `content`, which the extractor made of the page that `blocks` are of. */
export function chooseBlocks(
  blocks: readonly Block[],
  content: Element,
  hints: Hints,
  isOn: (rule: Rule) => boolean = () => true,
): Chosen {
  return new Choice(blocks, content, hints).run(isOn);
}
