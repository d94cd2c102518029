/** The page of the HTML export on paper: the same content, laid out by the same style for print. */
import type { ExportData, ExportTools, Rendered } from '../model.ts';
import type { ExportWords } from '../words.ts';
import { textOf } from '../deliver.ts';
import { renderHtml } from './html.ts';

/** @throws DossierError print-failed, cancelled */
export async function renderPdf(
  data: ExportData,
  words: ExportWords,
  { print }: Pick<ExportTools, 'print'>,
): Promise<Rendered[]> {
  const [page] = renderHtml(data, words);
  if (!page) return [];
  return [{ path: page.path.replace(/\.html$/, '.pdf'), bytes: await print(textOf(page)) }];
}
