/** Answers `export.*`: choose, gather, render, and write where a target is given. */
import { createHash } from 'node:crypto';
import type { Checked, Output } from '../../common/contract/commands.ts';
import type { Warning } from '../../common/contract/entities.ts';
import { EXPORT_LAYOUTS } from '../../common/contract/export-formats.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { query, type Context, type Handlers } from '../handler.ts';
import type { OutputFile } from '../ports.ts';
import { keepCitekeys } from '../storage/citekeys.ts';
import { startLongReading } from '../storage/long-reading.ts';
import { exportArchive } from './archive/run.ts';
import { FORMATS, needsTexts, type GatheredFormat } from './formats.ts';
import { choose, gather } from './gather.ts';
import { MOST_ANSWERED, MOST_WRITTEN, openImages, openOriginals } from './images.ts';
import type { ExportData, ExportOriginals, Rendered, Scope } from './model.ts';
import { previewExport } from './preview.ts';
import { resolveScope } from './saved-search.ts';
import { countThings } from './scope.ts';
import { EXPORT_LIMITS } from './templates/limits.ts';
import { renderByTemplate, templateFormat } from './templates/render.ts';
import { EMPTY_SCOPE, EXPORT_WORDS } from './words.ts';

type ExportedFile = Output<'export.run'>['files'][number];
type Request = Checked<'export.run'>;

const encoder = new TextEncoder();

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
  const layout = EXPORT_LAYOUTS[format];
  const { scope, warnings: found } = await resolveScope(context, input);
  const data = await gatherAll(context, scope, {
    isWritten: out !== undefined,
    withTexts: needsTexts(input),
  });
  const originals = openOriginals(context.notebook.reader);
  const rendered = await render(context, input, format, data, originals);
  const warnings = [...found, ...warn(data), ...leftOut(input, format, data, originals)];
  if (context.signal.aborted) throw new DossierError('cancelled');
  if (out === undefined) {
    keepKeys(context, data);
    return { files: rendered.map((file) => describe(file, file.path, true)), warnings };
  }
  await context.ports.files.write({ out, layout, force: force ?? false }, rendered.map(toOutput));
  keepKeys(context, data);
  const pathOf = ({ path }: Rendered): string =>
    layout === 'file' ? out : `${out.replace(/[/\\]+$/, '')}/${path}`;
  return { files: rendered.map((file) => describe(file, pathOf(file), false)), warnings };
}

async function render(
  { ports, signal }: Context,
  { template, locale }: Request,
  format: GatheredFormat,
  data: ExportData,
  originals: ExportOriginals,
): Promise<Rendered[]> {
  const words = EXPORT_WORDS[locale ?? 'en'];
  if (template === undefined) {
    const print = (html: string): Promise<Uint8Array> => ports.printer.print(html, signal);
    return FORMATS[format].render(data, words, { originals, signal, print });
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

async function gatherAll(
  { notebook, ports, signal, progress }: Context,
  scope: Scope,
  { isWritten, withTexts }: { readonly isWritten: boolean; readonly withTexts: boolean },
): Promise<ExportData> {
  const reading = startLongReading(notebook);
  try {
    return await gather(reading.reader, {
      name: notebook.name,
      chosen: choose(reading.reader, scope),
      withTexts,
      at: new Date(ports.clock.now()).toISOString(),
      // Pictures are read while the files are made; they never change.
      images: openImages(notebook.reader, isWritten ? MOST_WRITTEN : MOST_ANSWERED),
      async pause(done, total) {
        if (done % AT_ONCE !== 0) return;
        await new Promise(setImmediate);
        if (signal.aborted) throw new DossierError('cancelled');
        progress(done, total);
      },
    });
  } finally {
    reading.close();
  }
}

function toOutput(file: Rendered): OutputFile & { readonly bytes: Uint8Array } {
  return { path: file.path, bytes: 'content' in file ? encoder.encode(file.content) : file.bytes };
}

function describe(file: Rendered, path: string, withContent: boolean): ExportedFile {
  const isText = 'content' in file;
  return {
    path,
    bytes: isText ? Buffer.byteLength(file.content) : file.bytes.length,
    // Without a copy of each text as bytes.
    sha256: createHash('sha256')
      .update(isText ? file.content : file.bytes)
      .digest('hex'),
    content: withContent && 'content' in file ? file.content : null,
    data: withContent && 'bytes' in file ? file.bytes : null,
  };
}

function warn({ sources, claims, notes, images }: ExportData): Warning[] {
  const isEmpty = sources.length + claims.length + notes.length === 0;
  const message = `Pictures that could not be taken along: ${images.leftOut}.`;
  return [
    ...(isEmpty ? [EMPTY_SCOPE] : []),
    ...(images.leftOut > 0 ? [{ code: `images-left-out-${images.leftOut}`, message }] : []),
  ];
}
