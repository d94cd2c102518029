/**
 * Answers `export.preview`: the beginning of what an export would write, so that it is there while the form is being
 * filled in, however large the notebook is. Nothing is kept of it.
 */
import type { Checked, Output } from '../../common/contract/commands.ts';
import type { Warning } from '../../common/contract/entities.ts';
import type { ExportCounts } from '../../common/contract/export-commands.ts';
import type { Context } from '../handler.ts';
import { pauseUnlessCancelled } from '../slices.ts';
import type { Reader } from '../storage/connection.ts';
import { archiveContents } from './archive/contents.ts';
import { isNarrowed, WHOLE } from './archive/run.ts';
import { collectFiles, type ExportedFile } from './deliver.ts';
import { FORMATS, needsTexts, type GatheredFormat } from './formats.ts';
import { choose, gather, type Chosen } from './gather.ts';
import { renderHtml } from './html/html.ts';
import { openImages, openOriginals } from './images.ts';
import type { ExportData, RenderedFiles } from './model.ts';
import { printBy } from './pdf/print.ts';
import { resolveScope } from './saved-search.ts';
import { beginningOf, countThings } from './scope.ts';
import { PREVIEW_LIMITS } from './templates/limits.ts';
import { renderByTemplate, templateFormat } from './templates/render.ts';
import { EMPTY_SCOPE, EXPORT_WORDS } from './words.ts';

type Request = Checked<'export.preview'>;
type Answer = Output<'export.preview'>;

/** What is looked at before an export is made; measured, it is read and rendered in a tenth of a second. */
const MOST: ExportCounts = { sources: 12, excerpts: 300, claims: 40, notes: 40 };
/** Pictures and originals stand in a page as text. */
const MOST_BYTES = 4 * 1024 * 1024;
/** UTF-16 units. A page is shown whole or not at all: half of one is another page. */
const MOST_TEXT = 60_000;
const MOST_PAGE = 8_000_000;

export async function previewExport(context: Context, input: Request): Promise<Answer> {
  const { format, template } = input;
  if (template !== undefined) templateFormat(format);
  const { scope, warnings } = await resolveScope(context, input);
  const { reader } = context.notebook;
  if (format === 'archive') return previewArchive(reader, input);
  const chosen = choose(reader, scope);
  const counts = countThings(chosen.things);
  const beginning = { ...chosen, things: beginningOf(chosen.things, MOST) };
  const shown = countThings(beginning.things);
  const data = await gatherFor(context, beginning, needsTexts(input));
  const { page } = FORMATS[format];
  const isShownAsPage = page !== undefined && template === undefined;
  const rendered = isShownAsPage
    ? renderHtml(data, EXPORT_WORDS[input.locale ?? 'en'])
    : await render(context, input, format, data);
  const files = await collectFiles(rendered, { signal: context.signal });
  const isAll = Object.values(counts).every((count, at) => count === Object.values(shown)[at]);
  return {
    counts,
    shown,
    files: files.map((file) => ({
      path: isShownAsPage ? file.path.replace(/html$/, page) : file.path,
      bytes: isAll && !isShownAsPage ? file.bytes : null,
      things: null,
    })),
    text: textOf(files, input.file),
    warnings: [
      ...warnings,
      ...(Object.values(counts).some((count) => count > 0) ? [] : [EMPTY_SCOPE]),
      ...(template === undefined ? await lossesOf(context, format, chosen) : []),
    ],
  };
}

/** What the format has no place for, of all that it would be made of. Whether originals fit, only making it tells. */
async function lossesOf(context: Context, format: GatheredFormat, chosen: Chosen): Promise<Warning[]> {
  const { leavesOut } = FORMATS[format];
  if (!leavesOut) return [];
  return leavesOut(await gatherFor(context, chosen, false), { take: () => null, leftOut: 0 });
}

function previewArchive(reader: Reader, input: Request): Answer {
  const counts = countThings(choose(reader, {}).things);
  const warnings = isNarrowed(input) ? [WHOLE] : [];
  return { counts, shown: counts, ...archiveContents(reader), warnings };
}

function gatherFor(
  { notebook, ports, signal }: Context,
  chosen: Chosen,
  withTexts: boolean,
): Promise<ExportData> {
  return gather(notebook.reader, {
    name: notebook.name,
    chosen,
    withTexts,
    at: new Date(ports.clock.now()).toISOString(),
    images: openImages(notebook.reader, MOST_BYTES),
    pause: () => pauseUnlessCancelled(signal),
  });
}

async function render(
  { notebook, ports, signal }: Context,
  { template, locale }: Request,
  format: GatheredFormat,
  data: ExportData,
): Promise<RenderedFiles> {
  const words = EXPORT_WORDS[locale ?? 'en'];
  if (template === undefined) {
    const originals = openOriginals(notebook.reader, MOST_BYTES);
    return FORMATS[format].render(data, words, { originals, signal, print: printBy(ports.printer, signal) });
  }
  const run = { format: templateFormat(format), body: template, data, words, limits: PREVIEW_LIMITS };
  return renderByTemplate(run, ports.templater, signal);
}

/** Of the file that was asked for, else of the first that is a text. */
function textOf(files: readonly ExportedFile[], wanted: string | undefined): Answer['text'] {
  const texts = files.filter(({ content }) => content !== null);
  const file = texts.find(({ path }) => path === wanted) ?? texts[0];
  if (!file) return null;
  const { path, content } = file;
  const most = path.endsWith('.html') ? MOST_PAGE : MOST_TEXT;
  const isCut = (content ?? '').length > most;
  if (isCut && most === MOST_PAGE) return null;
  return { path, content: (content ?? '').slice(0, most), isCut };
}
