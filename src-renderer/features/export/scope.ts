/** What is to be exported, as the form holds it and as the command takes it. */
import type { CollectionId, SavedSearchId } from '../../../src-main/common/contract/collections.ts';
import type { Input } from '../../../src-main/common/contract/commands.ts';
import type { ClaimId, SourceId, Status } from '../../../src-main/common/contract/entities.ts';
import type { ExportScope } from '../../state/routes.ts';

export const SCOPES = ['all', 'sources', 'collection', 'tag', 'claim', 'status', 'saved'] as const;
export type ScopeKind = (typeof SCOPES)[number];
export type ExportFormat = Input<'export.run'>['format'];

export interface ExportForm {
  readonly scope: ScopeKind;
  readonly sources: readonly SourceId[];
  readonly collection: CollectionId | null;
  readonly tag: string | null;
  readonly claim: ClaimId | null;
  readonly status: Status;
  readonly saved: SavedSearchId | null;
  readonly format: ExportFormat;
}

const EMPTY: ExportForm = {
  scope: 'all',
  sources: [],
  collection: null,
  tag: null,
  claim: null,
  status: 'verified',
  saved: null,
  format: 'markdown',
};

/** What the screen was opened for, as a form. */
export function formFor(scope: ExportScope | undefined): ExportForm {
  if (scope === undefined) return EMPTY;
  const { kind, ...chosen } = scope;
  return { ...EMPTY, ...chosen, scope: kind };
}

/** Why the form cannot be exported yet, as a key of the messages; null where it can. */
export function refuseExport(
  form: ExportForm,
): 'needSources' | 'needTag' | 'needCollection' | 'needClaim' | 'needSaved' | null {
  if (form.scope === 'sources' && form.sources.length === 0) return 'needSources';
  if (form.scope === 'collection' && form.collection === null) return 'needCollection';
  if (form.scope === 'claim' && form.claim === null) return 'needClaim';
  if (form.scope === 'saved' && form.saved === null) return 'needSaved';
  return form.scope === 'tag' && form.tag === null ? 'needTag' : null;
}

export function scopeInput(form: ExportForm): Input<'export.count'> {
  switch (form.scope) {
    case 'all':
      return {};
    case 'sources':
      return { sources: [...form.sources] };
    case 'collection':
      return form.collection === null ? {} : { collection: form.collection };
    case 'tag':
      return form.tag === null ? {} : { tag: form.tag };
    case 'claim':
      return form.claim === null ? {} : { claims: [form.claim] };
    case 'saved':
      return form.saved === null ? {} : { saved: form.saved };
    case 'status':
      return { status: form.status };
  }
}
