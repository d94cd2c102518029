/** Answers `export.*`: choose, gather, render, and write where a target is given. */
import type { Checked, Output } from '../../common/contract/commands.ts';
import type { Warning } from '../../common/contract/entities.ts';
import { EXPORT_LAYOUTS } from '../../common/contract/export-formats.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { query, type Context, type Handlers } from '../handler.ts';
import { pauseUnlessCancelled } from '../slices.ts';
import { keepCitekeys } from '../storage/citekeys.ts';
import type { Reader } from '../storage/connection.ts';
import { startLongReading } from '../storage/long-reading.ts';
import { exportArchive } from './archive/run.ts';
import { collectFiles, writeFiles } from './deliver.ts';
import { FORMATS, needsTexts, type GatheredFormat } from './formats.ts';
import { choose, gather } from './gather.ts';
import { MOST_ANSWERED, MOST_WRITTEN, openImages, openOriginals } from './images.ts';
import type { ExportData, ExportOriginals, RenderedFiles, Scope } from './model.ts';
import { previewExport } from './preview.ts';
import { resolveScope } from './saved-search.ts';
import { countThings } from './scope.ts';
import { EXPORT_LIMITS } from './templates/limits.ts';
import { renderByTemplate, templateFormat } from './templates/render.ts';
import { printBy } from './pdf/print.ts';
import { EMPTY_SCOPE, EXPORT_WORDS } from './words.ts';

type Request = Checked<'export.run'>;

export const exportHandlers = {
  'export.run': query<'export.run'>((context, input) => {
    const { format, template } = input;
    if (template !== undefined) templateFormat(format);
    return format === 'archive' ? exportArchive(context, input) : exportGathered(context, input, format);
  }),
  'export.count': query<'export.count'>(async (context, input) => {
    const { scope } = await resolveScope(context, input);
    return { counts: countThings(choose(context.notebook.reader, scope).things) };
  }),
  'export.preview': query<'export.preview'>((context, input) => previewExport(context, input)),
} satisfies Handlers;

async function exportGathered(
  context: Context,
  input: Request,
  format: GatheredFormat,
): Promise<Output<'export.run'>> {
  const { out, force } = input;
  const { signal, notebook, ports } = context;
  const { scope, warnings: found } = await resolveScope(context, input);
  // Texts are read one by one while the files are made.
  const reading = startLongReading(notebook);
  try {
    const meter = createMeter(context);
    const data = await gatherAll(context, reading.reader, scope, { input, onRead: meter.onRead });
    meter.start(data.sources.length);
    const originals = openOriginals(notebook.reader);
    const rendered = await render(context, input, format, data, originals);
    const delivery = { signal, progress: meter.onFile };
    const target = { layout: EXPORT_LAYOUTS[format], force: force ?? false };
    const files = await (out === undefined
      ? collectFiles(rendered, delivery)
      : writeFiles(ports.files, { ...target, out }, rendered, delivery));
    const warnings = [...found, ...warn(data), ...leftOut(input, format, data, originals)];
    keepKeys(context, data);
    return { files, warnings };
  } finally {
    reading.close();
  }
}

/** Tells of sources: as they are read, or where none is, as their files are made. */
function createMeter({ progress }: Pick<Context, 'progress'>) {
  const read = new Set<string>();
  let [total, told] = [0, 0];
  const tell = (done: number): void => {
    if (done <= told || done > total) return;
    told = done;
    progress(done, total);
  };
  return {
    start(sources: number) {
      total = sources;
    },
    onRead(id: string) {
      read.add(id);
      tell(read.size);
    },
    onFile: tell,
  };
}

async function render(
  { ports, signal }: Context,
  { template, locale }: Request,
  format: GatheredFormat,
  data: ExportData,
  originals: ExportOriginals,
): Promise<RenderedFiles> {
  const words = EXPORT_WORDS[locale ?? 'en'];
  if (template === undefined) {
    return FORMATS[format].render(data, words, { originals, signal, print: printBy(ports.printer, signal) });
  }
  const run = { format: templateFormat(format), body: template, data, words, limits: EXPORT_LIMITS };
  return renderByTemplate(run, ports.templater, signal);
}

/** What a template leaves out is its writer's wish. */
function leftOut(
  { template }: Request,
  format: GatheredFormat,
  data: ExportData,
  originals: ExportOriginals,
): readonly Warning[] {
  return template === undefined ? (FORMATS[format].leavesOut?.(data, originals) ?? []) : [];
}

/** Keys that were handed out stay. What is only read has none to keep them in. */
function keepKeys({ notebook, ports }: Context, { sources, keys }: ExportData): void {
  if (notebook.readOnly) return;
  const given = sources.flatMap(({ source: { id } }): [string, string][] => {
    const key = keys.get(id);
    return key === undefined ? [] : [[id, key]];
  });
  try {
    notebook.transaction((writer) => {
      keepCitekeys(writer, new Map(given));
    });
  } catch (error) {
    if (!(error instanceof DossierError)) throw error;
    // What was exported is there; another program holds the notebook, or the disk is full.
    ports.log.write('warning', 'citation keys not kept', { code: error.code });
  }
}

/** Sources between two looks at whether the answer is still wanted. */
const AT_ONCE = 20;

interface Gathering {
  readonly input: Request;
  onRead(id: string): void;
}

function gatherAll(
  { notebook, ports, signal }: Context,
  reader: Reader,
  scope: Scope,
  { input, onRead }: Gathering,
): Promise<ExportData> {
  return gather(reader, {
    name: notebook.name,
    chosen: choose(reader, scope),
    withTexts: needsTexts(input),
    at: new Date(ports.clock.now()).toISOString(),
    // Pictures are read while the files are made; they never change.
    images: openImages(notebook.reader, input.out === undefined ? MOST_ANSWERED : MOST_WRITTEN),
    onRead,
    async pause(done) {
      if (done % AT_ONCE === 0) await pauseUnlessCancelled(signal);
    },
  });
}

function warn({ sources, claims, notes, images }: ExportData): Warning[] {
  const isEmpty = sources.length + claims.length + notes.length === 0;
  const message = `Pictures that could not be taken along: ${images.leftOut}.`;
  return [
    ...(isEmpty ? [EMPTY_SCOPE] : []),
    ...(images.leftOut > 0 ? [{ code: `images-left-out-${images.leftOut}`, message }] : []),
  ];
}
