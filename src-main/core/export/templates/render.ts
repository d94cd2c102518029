/** The files that a template makes of what was gathered. */
import type { ExportFormat } from '../../../common/contract/export-formats.ts';
import { TEMPLATE_FORMATS, type TemplateFormat } from '../../../common/contract/export-commands.ts';
import { DossierError } from '../../../common/contract/errors.ts';
import type { Templater, TemplateLimits } from '../../ports.ts';
import { safeName, safeNames } from '../file-names.ts';
import type { ExportData, RenderedText } from '../model.ts';
import type { ExportWords } from '../words.ts';
import { templateData } from './data.ts';
import { withPolicy } from './page-policy.ts';

export interface TemplateRun {
  readonly format: TemplateFormat;
  readonly body: string;
  readonly data: ExportData;
  readonly words: ExportWords;
  readonly limits: TemplateLimits;
}

/** @throws DossierError unsupported where templates are not for that format */
export function templateFormat(format: ExportFormat): TemplateFormat {
  const found = TEMPLATE_FORMATS.find((each) => each === format);
  if (!found) throw new DossierError('unsupported', { what: 'template', format });
  return found;
}

/** @throws DossierError invalid with the line of the fault; too-large, cancelled */
export async function renderByTemplate(
  { format, body, data, words, limits }: TemplateRun,
  templater: Templater,
  signal: AbortSignal,
): Promise<RenderedText[]> {
  if (body.length > limits.parsed) {
    throw new DossierError('too-large', { what: 'template', size: body.length, limit: limits.parsed });
  }
  const values = templateData({ data, words, withText: /\btext\b/.test(body) });
  const parts = await templater.render({ format, body, data: values, limits }, signal);
  if (format === 'html') {
    const [page] = parts;
    return [{ path: `${titleOf(data, words)}.html`, content: withPolicy(page?.content ?? '') }];
  }
  const titles = parts.map(({ source }) => titleAt(data, source, words));
  const names = safeNames(titles, words.untitled);
  return parts.map(({ content }, at) => ({ path: `${names[at] ?? ''}.md`, content }));
}

function titleAt(data: ExportData, source: number | null, words: ExportWords): string {
  const entry = source === null ? undefined : data.sources[source];
  return entry ? entry.source.title : safeName(data.notebook, words.untitled);
}

function titleOf({ sources, notebook }: ExportData, words: ExportWords): string {
  const [only] = sources;
  return safeName(sources.length === 1 && only ? only.source.title : notebook, words.untitled);
}
