/** Answers `export.run`: gather, render, and write where a target is given. */
import { createHash } from 'node:crypto';
import type { Output } from '../../common/contract/commands.ts';
import type { Warning } from '../../common/contract/entities.ts';
import { EXPORT_LAYOUTS } from '../../common/contract/export-formats.ts';
import { query, type Handlers } from '../handler.ts';
import type { OutputFile } from '../ports.ts';
import { FORMATS } from './formats.ts';
import { gather } from './gather.ts';
import { openImages } from './images.ts';
import type { ExportData, Rendered } from './model.ts';
import { EXPORT_WORDS } from './words.ts';

type ExportedFile = Output<'export.run'>['files'][number];

const encoder = new TextEncoder();

export const exportHandlers = {
  'export.run': query<'export.run'>(async (context, input) => {
    const { format, out, force, locale, ...scope } = input;
    const { render, leavesOut } = FORMATS[format];
    const layout = EXPORT_LAYOUTS[format];
    const { clock, files } = context.ports;
    const images = openImages(context.notebook.reader, out !== undefined);
    const data = gather(context.notebook, scope, new Date(clock.now()).toISOString(), images);
    const rendered = render(data, EXPORT_WORDS[locale ?? 'en']);
    const warnings = [...warn(data), ...(leavesOut?.(data) ?? [])];
    if (out === undefined)
      return { files: rendered.map((file) => describe(file, file.path, true)), warnings };
    context.signal.throwIfAborted();
    await files.write({ out, layout, force: force ?? false }, rendered.map(toOutput));
    const pathOf = ({ path }: Rendered): string =>
      layout === 'file' ? out : `${out.replace(/[/\\]+$/, '')}/${path}`;
    return { files: rendered.map((file) => describe(file, pathOf(file), false)), warnings };
  }),
} satisfies Handlers;

function toOutput(file: Rendered): OutputFile {
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
