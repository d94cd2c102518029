/** What is to be exported, as the form holds it and as the command takes it. */
import type { Input } from '../../../src-main/common/contract/commands.ts';
import type { SourceId, Status } from '../../../src-main/common/contract/entities.ts';

export type ScopeKind = 'all' | 'sources' | 'tag' | 'status';
export type ExportFormat = Input<'export.run'>['format'];

export interface ExportForm {
  readonly scope: ScopeKind;
  readonly sources: readonly SourceId[];
  readonly tag: string | null;
  readonly status: Status;
  readonly format: ExportFormat;
}

/** Why the form cannot be exported yet, as a key of the messages; null where it can. */
export function refuseExport(form: ExportForm): 'needSources' | 'needTag' | null {
  if (form.scope === 'sources' && form.sources.length === 0) return 'needSources';
  return form.scope === 'tag' && form.tag === null ? 'needTag' : null;
}

export function exportInput(form: ExportForm, locale: 'en' | 'fr'): Input<'export.run'> {
  const base = { format: form.format, locale };
  if (form.scope === 'sources') return { ...base, sources: [...form.sources] };
  if (form.scope === 'tag' && form.tag !== null) return { ...base, tag: form.tag };
  return form.scope === 'status' ? { ...base, status: form.status } : base;
}
