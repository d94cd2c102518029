/** The details of an article from what its page says of itself, each with where it came from. */
import type { DetailOrigin } from '../../../common/contract/entities.ts';
import { cleanAddress } from '../details/addresses.ts';
import { tidy, tidyByline, type Details, type Origins } from '../details/details.ts';
import type { Facts } from './facts.ts';
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

function metaOf({ meta }: Facts, ...names: readonly string[]): Candidate {
  for (const name of names) {
    const value = meta.get(name);
    if (value !== undefined) return [value, /^(?:og|article):/.test(name) ? 'open-graph' : 'meta'];
  }
  return [null, 'meta'];
}

function addressesOf(facts: Facts, url: string | null): readonly Candidate[] {
  const [told, origin] = metaOf(facts, 'og:url', 'al:web:url');
  return [
    [url, 'address'],
    [cleanAddress(facts.canonical, url), 'meta'],
    [cleanAddress(told, url), origin],
  ];
}

/** What an extractor found by itself; where it has the same from, the candidates say. */
export interface Preferred {
  readonly title: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly published: string | null;
  readonly language: string | null;
}

type Named = keyof Origins;

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
  const articles = findArticles(facts);
  const { properties } = facts;
  const origins: Partial<Record<Named, DetailOrigin>> = {};

  const choose = (name: Named, preferred: string | null, candidates: readonly Candidate[]): string | null => {
    const known = candidates.filter(([value]) => value !== null);
    const chosen =
      preferred === null
        ? known[0]
        : (known.find(([value]) => isSame(value, preferred)) ?? [preferred, 'text']);
    if (chosen) origins[name] = chosen[1];
    return preferred ?? chosen?.[0] ?? null;
  };
  const property = (...names: readonly string[]): Candidate => [
    names.map((name) => properties.get(name)).find((value) => value !== undefined) ?? null,
    'microdata',
  ];
  const linked = (name: string, read: (value: unknown) => string | null = tidy): Candidate => [
    articles.map((article) => read(article[name])).find((value) => value !== null) ?? null,
    'json-ld',
  ];
  const bylines = (
    [
      linked('author', namesOf),
      metaOf(
        facts,
        'author',
        'dc.creator',
        'dcterms.creator',
        'article:author',
        'parsely-author',
        'sailthru.author',
      ),
      property('author', 'creator'),
      [facts.author, 'microdata'],
    ] as readonly Candidate[]
  ).map(([value, origin]): Candidate => [tidyByline(value), origin]);

  const details = {
    title: choose('title', found.title, [
      metaOf(facts, 'og:title', 'twitter:title', 'dc.title'),
      linked('headline'),
      linked('name'),
      [facts.title, 'meta'],
      property('headline'),
      [facts.heading, 'text'],
    ]),
    byline: choose('byline', found.byline, bylines),
    site: choose('site', found.site, [
      metaOf(facts, 'og:site_name', 'application-name'),
      linked('publisher', namesOf),
      property('publisher'),
    ]),
    url: choose('url', null, addressesOf(facts, url)),
    published: choose('publishedAt', null, [
      linked('datePublished'),
      metaOf(
        facts,
        'article:published_time',
        'og:published_time',
        'datepublished',
        'date',
        'dc.date',
        'dc.date.issued',
        'dcterms.date',
        'dcterms.created',
        'parsely-pub-date',
        'sailthru.date',
        'pubdate',
        'publish-date',
      ),
      property('datePublished'),
      [found.published, 'meta'],
      [facts.time, 'microdata'],
    ]),
    modified: choose('modifiedAt', null, [
      linked('dateModified'),
      metaOf(
        facts,
        'article:modified_time',
        'og:updated_time',
        'last-modified',
        'dcterms.modified',
        'revised',
      ),
      property('dateModified'),
    ]),
    description: choose('description', null, [
      metaOf(facts, 'og:description', 'description', 'twitter:description', 'dc.description'),
      linked('description'),
      property('description'),
    ]),
    language: choose('language', null, [
      [facts.language, 'meta'],
      linked('inLanguage'),
      metaOf(facts, 'og:locale', 'dc.language', 'content-language'),
      [found.language, 'meta'],
    ]),
  };
  if (details.byline === null && lines.byline() !== null) origins.byline = 'text';
  if (details.published === null && lines.date() !== null) origins.publishedAt = 'text';
  return {
    ...details,
    byline: details.byline ?? lines.byline(),
    published: details.published ?? lines.date(),
    origins,
  };
}

const fold = (value: string | null) => (value ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function isSame(one: string | null, other: string): boolean {
  return fold(one) === fold(other);
}
