/** What a page says of itself: JSON-LD, Open Graph and other meta tags, `<time>`, `<title>`. */
import { cleanAddress } from '../details/addresses.ts';
import { tidy, tidyByline, type Details } from '../details/details.ts';

type Data = Readonly<Record<string, unknown>>;

/** Metadata blocks hold a handful of things; what is larger is not read for the sake of a title. */
const MAX_JSON = 512 * 1024;
const MAX_THINGS = 200;

const ARTICLE = /(?:Article|Posting|Report|Review|Story)$/;

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parseJson(text: string): unknown {
  if (text.length > MAX_JSON) return null;
  try {
    return JSON.parse(text.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ''));
  } catch (cause) {
    // Broken metadata is common, and the page is still an article.
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}

/** The first article among the things that a page describes, or null. */
function findArticle(document: Document): Data | null {
  const queue: unknown[] = [];
  for (const script of document.querySelectorAll('script')) queue.push(parseJson(script.textContent ?? ''));
  for (let count = 0; queue.length > 0 && count < MAX_THINGS; count += 1) {
    const thing = queue.shift();
    if (Array.isArray(thing)) queue.push(...(thing as unknown[]).slice(0, MAX_THINGS));
    else if (isData(thing)) {
      if ([thing['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type)))
        return thing;
      queue.push(thing['@graph'], thing['mainEntity']);
    }
  }
  return null;
}

/** Names of a person, an organisation or several of them. */
function namesOf(value: unknown): string | null {
  const names = [value].flat().map((one: unknown) => tidy(isData(one) ? one['name'] : one));
  return tidy(names.filter((name) => name !== null).join(', '));
}

function readMeta(document: Document): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const element of document.querySelectorAll('meta')) {
    const names =
      element.getAttribute('property') ?? element.getAttribute('name') ?? element.getAttribute('itemprop');
    const content = tidy(element.getAttribute('content'));
    for (const name of names?.toLowerCase().split(/\s+/) ?? []) {
      if (content !== null && !meta.has(name)) meta.set(name, content);
    }
  }
  return meta;
}

/** The first of several meta tags that is there. */
function firstOf(meta: ReadonlyMap<string, string>, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = meta.get(name);
    if (value !== undefined) return value;
  }
  return null;
}

function timeOf(document: Document): string | null {
  const time = document.querySelector(
    'article time[datetime], time[pubdate], [itemprop="datePublished"], time[datetime]',
  );
  return tidy(time?.getAttribute('datetime') ?? time?.getAttribute('content') ?? time?.textContent);
}

function addressOf(document: Document, meta: ReadonlyMap<string, string>, url: string | null): string | null {
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href');
  return cleanAddress(canonical, url) ?? cleanAddress(firstOf(meta, 'og:url', 'al:web:url'), url);
}

/** `url` is where the page was fetched from, if that is known: it wins over what the page says. */
export function readDetails(document: Document, url: string | null): Details {
  const meta = readMeta(document);
  const article = findArticle(document);
  const heading = document.querySelector('h1')?.textContent;
  const address = url ?? addressOf(document, meta, null);
  return {
    title:
      firstOf(meta, 'og:title', 'twitter:title', 'dc.title') ??
      tidy(article?.['headline']) ??
      tidy(document.querySelector('head title, title')?.textContent) ??
      tidy(heading),
    byline: tidyByline(
      namesOf(article?.['author']) ?? firstOf(meta, 'author', 'dc.creator', 'article:author'),
    ),
    site: firstOf(meta, 'og:site_name', 'application-name') ?? namesOf(article?.['publisher']),
    url: address,
    published:
      tidy(article?.['datePublished']) ??
      firstOf(
        meta,
        'article:published_time',
        'datepublished',
        'date',
        'dc.date',
        'dcterms.date',
        'parsely-pub-date',
      ) ??
      timeOf(document),
    language: document.documentElement.getAttribute('lang') ?? firstOf(meta, 'og:locale', 'dc.language'),
  };
}
