/** Answers `export.run`: gather, render, and write where a target is given. */
import { createHash } from 'node:crypto';
import type { Output } from '../../common/contract/commands.ts';
import type { Warning } from '../../common/contract/entities.ts';
import { query, type Handlers } from '../handler.ts';
import type { OutputFile } from '../ports.ts';
import { gather } from './gather.ts';
import { renderHtml } from './html.ts';
import { renderMarkdown } from './markdown.ts';
import type { ExportData, Rendered } from './model.ts';
import { EXPORT_WORDS } from './words.ts';

const FORMATS = {
  markdown: { render: renderMarkdown, layout: 'folder' },
  html: { render: renderHtml, layout: 'file' },
} as const;

type ExportedFile = Output<'export.run'>['files'][number];

const encoder = new TextEncoder();

export const exportHandlers = {
  'export.run': query<'export.run'>(async (context, input) => {
    const { format, out, force, locale, ...scope } = input;
    const { render, layout } = FORMATS[format];
    const { clock, files } = context.ports;
    const data = gather(context.notebook, scope, new Date(clock.now()).toISOString());
    const rendered = render(data, EXPORT_WORDS[locale ?? 'en']);
    const warnings = warn(data);
    if (out === undefined)
      return { files: rendered.map((file) => describe(file, file.path, true)), warnings };
    context.signal.throwIfAborted();
    await files.write({ out, layout, force: force ?? false }, rendered.map(toOutput));
    const pathOf = ({ path }: Rendered): string =>
      layout === 'file' ? out : `${out.replace(/[/\\]+$/, '')}/${path}`;
    return { files: rendered.map((file) => describe(file, pathOf(file), false)), warnings };
  }),
} satisfies Handlers;

function toOutput({ path, content }: Rendered): OutputFile {
  return { path, bytes: encoder.encode(content) };
}

function describe(file: Rendered, path: string, withContent: boolean): ExportedFile {
  const { bytes } = toOutput(file);
  return {
    path,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    content: withContent ? file.content : null,
  };
}

function warn({ sources, claims, notes }: ExportData): Warning[] {
  return sources.length + claims.length + notes.length > 0
    ? []
    : [{ code: 'empty-scope', message: 'Nothing in this notebook matches what was asked for.' }];
}
