/** The details of an article from what its page says of itself, each with where it came from. */
import type { DetailName, DetailOrigin } from '../../../common/contract/entities.ts';
import { cleanAddress } from '../details/addresses.ts';
import { tidy, tidyByline, type Details } from '../details/details.ts';
import type { Facts } from './facts.ts';
import { unescapeAgain } from './unescape.ts';
import type { WrittenLines } from './written-lines.ts';

type Data = Readonly<Record<string, unknown>>;
type Candidate = readonly [value: string | null, origin: DetailOrigin];

const MAX_THINGS = 200;
const ARTICLE = /(?:Article|Posting|Report|Review|Story)$/;

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ''));
  } catch (cause) {
    // Broken metadata is common, and the page is still an article.
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

/** The articles among the things that a page describes: often the same one, by several hands. */
function findArticles({ jsonLd }: Facts): readonly Data[] {
  const articles: Data[] = [];
  const queue: unknown[] = jsonLd.map(parseJson);
  for (let at = 0; at < queue.length && at < MAX_THINGS; at += 1) {
    const thing = queue[at];
    if (Array.isArray(thing)) queue.push(...(thing as unknown[]).slice(0, MAX_THINGS));
    else if (isData(thing)) {
      if ([thing['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type)))
        articles.push(thing);
      queue.push(thing['@graph'], thing['mainEntity']);
    }
  }
  return articles;
}

/** The article's text as it is given to search engines, or null. */
export function articleBodyOf(facts: Facts): string | null {
  const bodies = findArticles(facts).map((article) => article['articleBody']);
  return bodies.find((body) => typeof body === 'string') ?? null;
}

/** Names of a person, an organisation or several of them. */
function namesOf(value: unknown): string | null {
  const names = [value].flat().map((one: unknown) => tidy(isData(one) ? one['name'] : one));
  return tidy(names.filter((name) => name !== null).join(', '));
}

const mapText = (value: string | null | undefined) => (value ? unescapeAgain(value) : null);

/** What a page says of itself, in each of the ways in which pages say it. */
class Page {
  readonly #articles: readonly Data[];

  constructor(
    readonly facts: Facts,
    readonly url: string | null,
    readonly found: Preferred,
  ) {
    this.#articles = findArticles(facts);
  }

  /** The first of these names that a `<meta>` has. */
  meta(...names: readonly string[]): Candidate {
    for (const name of names) {
      const value = this.facts.meta.get(name);
      if (value !== undefined)
        return [unescapeAgain(value), /^(?:og|article):/.test(name) ? 'open-graph' : 'meta'];
    }
    return [null, 'meta'];
  }

  property(...names: readonly string[]): Candidate {
    const { properties } = this.facts;
    return [
      names.map((name) => properties.get(name)).find((value) => value !== undefined) ?? null,
      'microdata',
    ];
  }

  linked(name: string, read: (value: unknown) => string | null = tidy): Candidate {
    return [
      mapText(this.#articles.map((article) => read(article[name])).find((value) => value !== null)),
      'json-ld',
    ];
  }
}

/** What an extractor found by itself; where it has the same from, the candidates say. */
export interface Preferred {
  readonly title: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

/** Where each detail may come from; what is most to be trusted first. */
const CANDIDATES: Readonly<Record<DetailName, (page: Page) => readonly Candidate[]>> = {
  title: (page) => [
    page.meta('og:title', 'twitter:title', 'dc.title'),
    page.linked('headline'),
    page.linked('name'),
    [page.facts.title, 'meta'],
    page.property('headline'),
    [page.facts.heading, 'text'],
  ],
  byline: (page) =>
    [
      page.linked('author', namesOf),
      page.meta(
        'author',
        'dc.creator',
        'dcterms.creator',
        'article:author',
        'parsely-author',
        'sailthru.author',
      ),
      page.property('author', 'creator'),
      [page.facts.author, 'microdata'] as const,
    ].map(([value, origin]): Candidate => [tidyByline(value), origin]),
  site: (page) => [
    page.meta('og:site_name', 'application-name'),
    page.linked('publisher', namesOf),
    page.property('publisher'),
  ],
  url: (page) => {
    const [told, origin] = page.meta('og:url', 'al:web:url');
    return [
      [page.url, 'address'],
      [cleanAddress(page.facts.canonical, page.url), 'meta'],
      [cleanAddress(told, page.url), origin],
    ];
  },
  publishedAt: (page) => [
    page.linked('datePublished'),
    page.meta(...PUBLISHED),
    page.property('datePublished'),
    [page.found.published, 'meta'],
    [page.facts.time, 'microdata'],
  ],
  modifiedAt: (page) => [
    page.linked('dateModified'),
    page.meta('article:modified_time', 'og:updated_time', 'last-modified', 'dcterms.modified', 'revised'),
    page.property('dateModified'),
  ],
  description: (page) => [
    page.meta('og:description', 'description', 'twitter:description', 'dc.description'),
    page.linked('description'),
    page.property('description'),
  ],
  language: (page) => [
    [page.facts.language, 'meta'],
    page.linked('inLanguage'),
    page.meta('og:locale', 'dc.language', 'content-language'),
    [page.found.language, 'meta'],
  ],
};

const PUBLISHED = [
  ...['article:published_time', 'og:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued'],
  ...['dcterms.date', 'dcterms.created', 'parsely-pub-date', 'sailthru.date', 'pubdate', 'publish-date'],
];

/**
 * `url` is where the page was fetched from, if that is known: it wins over what the page says.
 * `lines` are the date and the author as the text itself has them, asked only where nothing else says.
 */
export function readDetails(
  facts: Facts,
  url: string | null,
  found: Preferred,
  lines: WrittenLines,
): Details {
  const page = new Page(facts, url, found);
  const origins: Partial<Record<DetailName, DetailOrigin>> = {};

  /** What the extractor prefers comes from whoever says the same, else from the text. */
  const choose = (name: DetailName, preferred: string | null = null): string | null => {
    const known = CANDIDATES[name](page).filter(([value]) => value !== null);
    const same = known.find(([value]) => preferred === null || isSame(value, preferred));
    const chosen: Candidate | undefined = same ?? (preferred === null ? undefined : [preferred, 'text']);
    if (chosen) origins[name] = chosen[1];
    return preferred ?? chosen?.[0] ?? null;
  };
  const orWritten = (name: DetailName, value: string | null, write: () => string | null): string | null => {
    if (value !== null) return value;
    const written = write();
    if (written !== null) origins[name] = 'text';
    return written;
  };
  return {
    title: choose('title', mapText(found.title)),
    byline: orWritten('byline', choose('byline', mapText(found.byline)), lines.byline),
    site: choose('site', mapText(found.site)),
    url: choose('url'),
    published: orWritten('publishedAt', choose('publishedAt'), lines.date),
    modified: choose('modifiedAt'),
    description: choose('description'),
    language: choose('language'),
    origins,
  };
}

const fold = (value: string | null) => (value ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function isSame(one: string | null, other: string): boolean {
  return fold(one) === fold(other);
}
