/**
 * How well articles are told from their pages, beside Readability alone in the same run: words, title, byline, language.
 * On pages with known answers: a folder of them, or pages made here (pages.ts).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { layoutText } from '../../../src-main/common/document/canonical.ts';
import { closeTree } from '../../../src-main/common/document/close-tree.ts';
import { detectLanguage } from '../../../src-main/core/capture/details/language.ts';
import { RULES, type Rule } from '../../../src-main/core/capture/html/rules.ts';
import { extractHtml } from '../../../src-main/core/capture/html/extract.ts';
import { makePages } from './pages.ts';
import { isSameByline, isSameLanguage, isSameTitle, mean, scoreText } from './score.ts';
import { Pictures } from '../../../src-main/core/capture/images/pictures.ts';

/** A page and what is right; null where that is not known. */
interface Known {
  readonly id: string;
  readonly html: string;
  readonly text: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly language: string | null;
}

interface Found {
  readonly text: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly language: string | null;
}

export interface Figures {
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** Shares of the pages for which the answer is known; null where it is known for none. */
  readonly title: number | null;
  readonly byline: number | null;
  readonly language: number | null;
}

export interface ExtractionReport {
  readonly pages: number;
  readonly ours: Figures;
  readonly readability: Figures;
  /** Pages where ours is worse than Readability alone by more than a hundredth, the worst first. */
  readonly losses: readonly { readonly id: string; readonly ours: number; readonly readability: number }[];
  /** Mean F1 without each rule, where that was asked for. */
  readonly without?: Readonly<Record<Rule, number>>;
}

export interface ExtractionOptions {
  /**
   * Folders of source.html, expected.html and expected-metadata.json, or ground-truth.json with html/ID.html.gz;
   * pages made here where it is absent.
   */
  readonly pages?: string | undefined;
  /** How many pages to make. */
  readonly count?: number;
  /** Measures each rule by leaving it out. */
  readonly ablation?: boolean;
}

/** Where the pages are said to come from: theirs is not known any more. */
const ADDRESS = 'http://fakehost/test/page.html';
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form h1 h2 ' +
    'h3 h4 h5 h6 header hr img li main nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Text with the words of different blocks apart. */
function textOf(root: Node): string {
  const parts: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeType === 3) parts.push(node.nodeValue ?? '');
    else if (node.nodeType === 1) {
      const name = (node as Element).localName.toLowerCase();
      if (name === 'script' || name === 'style') return;
      const gap = BLOCKS.has(name) ? ' ' : '';
      parts.push(gap);
      for (const child of node.childNodes) visit(child);
      parts.push(gap);
    }
  };
  visit(root);
  return parts.join('');
}

const bodyOf = (html: string) => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;

function* readFolders(folder: string): Generator<Known> {
  for (const id of readdirSync(folder).toSorted()) {
    const source = join(folder, id, 'source.html');
    if (!existsSync(source)) continue;
    const meta = JSON.parse(readFileSync(join(folder, id, 'expected-metadata.json'), 'utf8')) as {
      readonly title?: string | null;
      readonly byline?: string | null;
      readonly lang?: string | null;
    };
    yield {
      id,
      html: readFileSync(source, 'utf8'),
      text: textOf(bodyOf(readFileSync(join(folder, id, 'expected.html'), 'utf8'))),
      // A page without a title has none to be right about.
      title: meta.title || null,
      byline: meta.byline || null,
      language: meta.lang || null,
    };
  }
}

function* readGroundTruth(folder: string): Generator<Known> {
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Readonly<
    Record<string, { readonly articleBody: string }>
  >;
  for (const [id, { articleBody }] of Object.entries(truth)) {
    const html = gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))).toString('utf8');
    yield { id, html, text: articleBody, title: null, byline: null, language: null };
  }
}

function knownPages({ pages, count = 280 }: ExtractionOptions): Iterable<Known> {
  if (pages === undefined) return makePages(count);
  return existsSync(join(pages, 'ground-truth.json')) ? readGroundTruth(pages) : readFolders(pages);
}

function findOurs(html: string, isOn?: (rule: Rule) => boolean): Found {
  const { tree, details } = extractHtml(html, ADDRESS, new Pictures(), 'article', isOn);
  const { text } = layoutText(closeTree(tree));
  const { title, byline, language } = details;
  return { text, title, byline, language: detectLanguage(text, language) };
}

function findPlainly(html: string): Found {
  const { document } = parseHTML(html);
  const article = new Readability<Node>(document, { serializer: (node) => node }).parse();
  const text = article?.content ? textOf(article.content) : '';
  return {
    text,
    title: article?.title ?? null,
    byline: article?.byline ?? null,
    language: article?.lang ?? null,
  };
}

interface Result {
  readonly known: Known;
  readonly found: Found;
  readonly score: ReturnType<typeof scoreText>;
}

function shareOf(
  results: readonly Result[],
  name: 'title' | 'byline' | 'language',
  isSame: (found: string | null, expected: string) => boolean,
): number | null {
  const right = results.flatMap(({ known, found }) => {
    const expected = known[name];
    return expected === null ? [] : [isSame(found[name], expected) ? 1 : 0];
  });
  return right.length === 0 ? null : mean(right);
}

function figuresOf(results: readonly Result[]): Figures {
  return {
    f1: mean(results.map(({ score }) => score.f1)),
    precision: mean(results.map(({ score }) => score.precision)),
    recall: mean(results.map(({ score }) => score.recall)),
    title: shareOf(results, 'title', isSameTitle),
    byline: shareOf(results, 'byline', isSameByline),
    language: shareOf(results, 'language', isSameLanguage),
  };
}

const measure = (known: readonly Known[], find: (html: string) => Found): Result[] =>
  known.map((page) => {
    const found = find(page.html);
    return { known: page, found, score: scoreText(found.text, page.text) };
  });

export function measureExtraction(options: ExtractionOptions): ExtractionReport {
  const known = [...knownPages(options)];
  const ours = measure(known, (html) => findOurs(html));
  const plain = measure(known, findPlainly);
  const losses = ours
    .map(({ known: { id }, score }, at) => ({ id, ours: score.f1, readability: plain[at]?.score.f1 ?? 0 }))
    .filter((one) => one.ours < one.readability - 0.01)
    .toSorted((a, b) => a.ours - a.readability - (b.ours - b.readability));
  const report = { pages: known.length, ours: figuresOf(ours), readability: figuresOf(plain), losses };
  if (!options.ablation) return report;
  const without = Object.fromEntries(
    RULES.map((rule) => {
      const rest = measure(known, (html) => findOurs(html, (other) => other !== rule));
      return [rule, figuresOf(rest).f1];
    }),
  ) as Record<Rule, number>;
  return { ...report, without };
}
