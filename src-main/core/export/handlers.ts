/** Answers `export.run`: gather, render, and write where a target is given. */
import { createHash } from 'node:crypto';
import type { Checked, Output } from '../../common/contract/commands.ts';
import type { Warning } from '../../common/contract/entities.ts';
import { EXPORT_LAYOUTS } from '../../common/contract/export-formats.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { query, type Context, type Handlers } from '../handler.ts';
import type { OutputFile } from '../ports.ts';
import { startLongReading } from '../storage/long-reading.ts';
import { exportArchive } from './archive/run.ts';
import { FORMATS, type GatheredFormat } from './formats.ts';
import { gather } from './gather.ts';
import { openImages, openOriginals } from './images.ts';
import type { ExportData, Rendered, Scope } from './model.ts';
import { EXPORT_WORDS } from './words.ts';

type ExportedFile = Output<'export.run'>['files'][number];

const encoder = new TextEncoder();

export const exportHandlers = {
  'export.run': query<'export.run'>((context, input) => {
    const { format } = input;
    return format === 'archive' ? exportArchive(context, input) : exportGathered(context, input, format);
  }),
} satisfies Handlers;

async function exportGathered(
  context: Context,
  { out, force, locale, ...scope }: Checked<'export.run'>,
  format: GatheredFormat,
): Promise<Output<'export.run'>> {
  const { render, leavesOut } = FORMATS[format];
  const layout = EXPORT_LAYOUTS[format];
  const data = await gatherAll(context, scope, out !== undefined);
  const originals = openOriginals(context.notebook.reader);
  const { signal } = context;
  const print = (html: string): Promise<Uint8Array> => context.ports.printer.print(html, signal);
  const rendered = await render(data, EXPORT_WORDS[locale ?? 'en'], { originals, signal, print });
  const warnings = [...warn(data), ...(leavesOut?.(data, originals) ?? [])];
  if (out === undefined) return { files: rendered.map((file) => describe(file, file.path, true)), warnings };
  if (signal.aborted) throw new DossierError('cancelled');
  await context.ports.files.write({ out, layout, force: force ?? false }, rendered.map(toOutput));
  const pathOf = ({ path }: Rendered): string =>
    layout === 'file' ? out : `${out.replace(/[/\\]+$/, '')}/${path}`;
  return { files: rendered.map((file) => describe(file, pathOf(file), false)), warnings };
}
/** Sources between two looks at whether the answer is still wanted. */
const AT_ONCE = 20;

async function gatherAll(
  { notebook, ports, signal, progress }: Context,
  scope: Scope,
  isWritten: boolean,
): Promise<ExportData> {
  const reading = startLongReading(notebook);
  try {
    return await gather(reading.reader, {
      name: notebook.name,
      scope,
      at: new Date(ports.clock.now()).toISOString(),
      // Pictures are read while the files are made; they never change.
      images: openImages(notebook.reader, isWritten),
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
  const { bytes } = toOutput(file);
  return {
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    content: withContent && 'content' in file ? file.content : null,
    data: withContent && 'bytes' in file ? file.bytes : null,
  };
}

function warn({ sources, claims, notes, images }: ExportData): Warning[] {
  const isEmpty = sources.length + claims.length + notes.length === 0;
  const message = `Pictures that could not be taken along: ${images.leftOut}.`;
  return [
    ...(isEmpty
      ? [{ code: 'empty-scope', message: 'Nothing in this notebook matches what was asked for.' }]
      : []),
    ...(images.leftOut > 0 ? [{ code: `images-left-out-${images.leftOut}`, message }] : []),
  ];
}
