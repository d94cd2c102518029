/**
 * The page of the HTML export on paper: the same content, laid out by the same style for print. A large one is printed in
 * parts that are joined: all at once it took a browser three gigabytes, and much longer than its parts together.
 */
import type { ExportData, ExportTools, Rendered } from '../model.ts';
import { pagePath } from '../html/html.ts';
import type { ExportWords } from '../words.ts';
import { outlineOf } from './outline.ts';
import { partPage, splitPage, wholePage, type PagePart } from './parts.ts';

type Tools = Pick<ExportTools, 'print'>;

/** @throws DossierError print-failed, cancelled */
export async function renderPdf(data: ExportData, words: ExportWords, tools: Tools): Promise<Rendered[]> {
  const parts = splitPage(data, words);
  const first = parts.next().value;
  if (!first) return [];
  const path = pagePath(data, words).replace(/\.html$/, '.pdf');
  const second = parts.next().value;
  if (!second) return [{ path, bytes: await tools.print(wholePage(first, data, words)) }];
  function* all(): Generator<PagePart> {
    yield* [first, second].filter((part) => part !== undefined);
    yield* parts;
  }
  return [{ path, bytes: await printInParts(all(), data, words, tools) }];
}

async function printInParts(
  parts: Iterable<PagePart>,
  data: ExportData,
  words: ExportWords,
  { print }: Tools,
): Promise<Uint8Array> {
  // Only who prints that much needs it.
  const { PdfJoiner } = await import('./join.ts');
  const joined = await PdfJoiner.start();
  for (const part of parts) {
    const page = partPage(part, { data, words, before: joined.pages });
    await joined.add(await print(page, { isPart: true }));
  }
  return joined.finish({
    title: data.notebook,
    language: words.locale,
    at: new Date(data.at),
    outline: outlineOf(data, words),
  });
}
