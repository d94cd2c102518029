/** The scope of an export as it was asked for; of a saved search, all that it finds. */
import type { Checked } from '../../common/contract/commands.ts';
import type { Warning } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { Context } from '../handler.ts';
import { getSaved } from '../storage/saved-searches.ts';
import type { Found, Scope } from './model.ts';

/** The most that one question answers. */
const PAGE = 1000;
/** Past so many hits a search narrows nothing. */
const MOST = 50_000;

export type ScopeInput = Checked<'export.count'>;

export interface Resolved {
  readonly scope: Scope;
  /** Why it may not be all. */
  readonly warnings: readonly Warning[];
}

/** @throws DossierError not-found of a saved search; cancelled */
export async function resolveScope(context: Context, input: ScopeInput): Promise<Resolved> {
  const { sources, collection, tag, status, claims, saved } = input;
  const scope = { sources: sources?.length === 0 ? undefined : sources, collection, tag, status, claims };
  if (saved === undefined) return { scope, warnings: [] };
  const { found, warnings } = await findSaved(context, saved);
  return { scope: { ...scope, found }, warnings };
}

interface Finding {
  readonly found: Found;
  readonly warnings: readonly Warning[];
}

/** @throws DossierError not-found, cancelled */
async function findSaved({ notebook, searcher, signal }: Context, id: string): Promise<Finding> {
  const { query, filters } = getSaved(notebook.reader, id);
  const found = {
    sources: new Set<string>(),
    excerpts: new Set<string>(),
    claims: new Set<string>(),
    notes: new Set<string>(),
  };
  const warnings = new Map<string, Warning>();
  for (let offset = 0, total = 1; offset < Math.min(total, MOST); offset += PAGE) {
    if (signal.aborted) throw new DossierError('cancelled');
    const answer = await searcher.query({ query, ...filters, limit: PAGE, offset }, signal);
    total = answer.total;
    if (answer.notice) warnings.set(answer.notice.code, answer.notice);
    for (const hit of answer.hits) {
      if (hit.kind === 'passage') {
        if (hit.sourceId !== null) found.sources.add(hit.sourceId);
      } else found[KINDS[hit.kind]].add(hit.id);
    }
  }
  return { found, warnings: [...warnings.values()] };
}

const KINDS = { excerpt: 'excerpts', claim: 'claims', note: 'notes' } as const;
