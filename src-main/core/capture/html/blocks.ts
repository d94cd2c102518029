/**
 * What a page is made of, seen before the extractor takes it apart: its pieces of text with what stands around them.
 * Each piece is stamped in the DOM, so that afterwards it can be told what was kept and what was left out.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';

type ParsedElement = DefaultTreeAdapterTypes.Element;

/** The attribute that carries a piece's number through the extractor, which keeps `data-` attributes. */
export const STAMP = 'data-dossier';

/** What a piece stands in, by its own element or any around it. */
export const MARKS = {
  /** Navigation, page header and footer, forms, dialogues: by element or role. */
  frame: 1,
  /** Comments of readers. */
  comments: 2,
  /** Links to other articles, advertisements, sign-ups, sharing. */
  clutter: 4,
  /** Not shown. */
  hidden: 8,
  /** What the page itself declares to be the text of its article. */
  body: 16,
  figure: 32,
  /** Within `<article>` or `<main>`. */
  main: 64,
  aside: 128,
  /** `body` by microdata, which is about this one article, not by a name. */
  declared: 256,
  /** What asks whether cookies may be set. */
  consent: 512,
} as const;

/** An element that may hold text, and what it stands in. */
export interface Holder {
  readonly node: ParsedElement;
  readonly parent: Holder | null;
  readonly marks: number;
  /** The outermost element around it that is called comments or clutter. */
  readonly box: Holder | null;
  block: Block | null;
}

/** A piece of text: the words directly in a paragraph, a cell, a heading …, inline elements included. */
export interface Block {
  readonly id: number;
  readonly holder: Holder;
  readonly parts: string[];
  length: number;
  /** Characters of `length` that are links. */
  linked: number;
}

const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math nobr q rp rt ruby s samp ' +
    'small span button strike strong sub sup time tt u var wbr img br'
  ).split(' '),
);
const FRAME: ReadonlySet<string> = new Set(['nav', 'footer', 'menu']);
const FRAME_ROLE =
  /^(?:navigation|banner|contentinfo|search|menu|menubar|dialog|alertdialog|alert|complementary)$/;
const COMMENTS =
  /(?:^|[\s_-])(?:comments?(?:[_-]?(?:list|area|section|thread|body|wrapper|container))?|disqus(?:_thread)?|replies|respond|commentlist|commentaires?|(?:leser)?kommentare?|kommentarbereich|comentarios?|commenti|reacties|komentarze)(?:$|[\s_-])/i;
const CLUTTER =
  /(?:^|[\s_-])(?:related(?:[_-]?(?:articles?|posts?|links?|stories|content|news))?|recommend(?:ed|ations?)|read[_-]?(?:more|also|next)|more[_-](?:stories|news|articles)|newsletter|sign[_-]?up|subscribe|subscription|share(?:bar|[_-]?(?:bar|buttons?|links?|tools?))?|sharing|social(?:[_-]?(?:bar|buttons?|links?|share|media))?|promo(?:tion)?|outbrain|taboola|advert(?:isement|ising)?|sponsor(?:ed)?|cookies?(?:[_-]?(?:banner|notice|consent|bar))?|gdpr|consent|popular|most[_-]?(?:read|viewed|popular)|trending|breadcrumbs?|pagination|tag[_-]?(?:list|cloud)|lire[_-]?aussi|a[_-]lire|paywall|author[_-]?(?:bio|box|info|card)|about[_-]the[_-]author)(?:$|[\s_-])/i;
/** The programs that sites buy for it, and the names that others give it. */
const CONSENT =
  /^(?:onetrust-|ot-sdk-|didomi-(?:host|notice|popup$)|qc-cmp|sp_message|cmpbox|cmplz-cookiebanner|cybotcookiebot|tarteaucitron|axeptio|usercentrics|iubenda-cs|fc-consent-root|truste|klaro|borlabs-?cookie|cky-consent|moove_gdpr|cc-(?:window|banner)$|sd-cmp|appconsent|osano-cm)|(?:^|[\s_-])(?<!(?:tag|category|topic|post)[_-])(?:cookies?|gdpr|rgpd|dsgvo|consent)[_-]?(?:banner|notice|consent|bar|box|popup|pop-up|modal|overlay|wall|layer|dialog|message|hinweis|law-info-bar)(?:$|[\s_-])/i;
/** Boxes that stand within a text and are none of it. */
const INSERT =
  /(?:^|[\s_-])(?:newsletter|sign[_-]?up|related|recommended|read[_-]?(?:more|also|next)|lire[_-]?aussi|a[_-]lire)(?:$|[\s_-])/i;
const BODY =
  /(?:^|\s)(?:article|story|post|entry|news|single)(?:[_-]{1,2}|(?=[A-Z]))?(?:body|content|text|copy)(?:$|\s|[_-]{2})/i;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

const attributeOf = ({ attrs }: ParsedElement, name: string) =>
  attrs.find((attribute) => attribute.name === name)?.value ?? '';

/** The same names come again and again. */
const NAMES = new Map<string, number>();
const MOST_NAMES = 5000;

function marksOfName(value: string): number {
  const known = NAMES.get(value);
  if (known !== undefined) return known;
  let marks = 0;
  if (COMMENTS.test(value)) marks |= MARKS.comments;
  if (CLUTTER.test(value)) marks |= MARKS.clutter;
  if (BODY.test(value)) marks |= MARKS.body;
  if (CONSENT.test(value)) marks |= MARKS.consent;
  if (NAMES.size >= MOST_NAMES) NAMES.clear();
  NAMES.set(value, marks);
  return marks;
}

function marksOf(node: ParsedElement): number {
  const { tagName, attrs } = node;
  let marks = 0;
  if (FRAME.has(tagName)) marks |= MARKS.frame;
  else if (tagName === 'article' || tagName === 'main') marks |= MARKS.main;
  else if (tagName === 'aside') marks |= MARKS.aside;
  else if (tagName === 'figure' || tagName === 'table') marks |= MARKS.figure;
  for (const { name, value } of attrs) {
    if (name === 'class' || name === 'id') marks |= marksOfName(value);
    else if (name === 'hidden') marks |= MARKS.hidden;
    else if (name === 'role' && FRAME_ROLE.test(value)) marks |= MARKS.frame;
    else if (name === 'style' && HIDDEN.test(value)) marks |= MARKS.hidden;
    else if ((name === 'itemprop' || name === 'property') && /(?:^|[\s:])articleBody$/.test(value))
      marks |= MARKS.body | MARKS.declared;
  }
  return marks;
}

const BOXES = MARKS.comments | MARKS.clutter;

function boxed(holder: Holder): Holder {
  const made: { -readonly [Key in keyof Holder]: Holder[Key] } = holder;
  made.box = made;
  return made;
}

/** Fed by whoever builds the DOM, in document order. */
export class BlockList {
  readonly blocks: Block[] = [];

  /** The holder for what stands in `node`: its own, or the one around it where `node` is inline. */
  enter(node: ParsedElement, outer: Holder | null): Holder | null {
    if (outer && INLINE.has(node.tagName) && attributeOf(node, 'style') === '') return outer;
    const own = marksOf(node);
    const box = outer?.box ?? null;
    const holder = { node, parent: outer, marks: own | (outer?.marks ?? 0), box, block: null };
    return box === null && (own & BOXES) !== 0 ? boxed(holder) : holder;
  }

  /** @returns the piece where it is new, to be stamped */
  text(value: string, holder: Holder, isLink: boolean): Block | null {
    const known = holder.block;
    if (known === null && value.trim() === '') return null;
    const block = known ?? { id: this.blocks.length, holder, parts: [], length: 0, linked: 0 };
    if (!known) {
      holder.block = block;
      this.blocks.push(block);
    }
    block.parts.push(value);
    block.length += value.length;
    if (isLink) block.linked += value.length;
    return known ? null : block;
  }
}

/**
 * Characters. Names are asked for by each of the pieces within, and one of megabytes would be read as often; a list of
 * hundreds of thousands of classes is more than a DOM can hold.
 */
export const LONGEST_NAME = 1000;

/** The classes of an element, or its id. */
export const nameOf = (holder: Holder | null, attribute: 'class' | 'id' = 'class'): string =>
  holder?.node.attrs.find(({ name }) => name === attribute)?.value.slice(0, LONGEST_NAME) ?? '';

/** By its own name. */
export const isCalled = (holder: Holder, pattern: RegExp): boolean =>
  pattern.test(nameOf(holder)) || pattern.test(nameOf(holder, 'id'));

export const isInsert = (holder: Holder): boolean => isCalled(holder, INSERT);

export const textOfBlock = (block: Block) => block.parts.join('').replace(/\s+/g, ' ').trim();
export const hasMark = (block: Block, marks: number) => (block.holder.marks & marks) !== 0;
export const linkShare = ({ linked, length }: Block) => (length === 0 ? 0 : linked / length);
