import CalendarClock from '@lucide/svelte/icons/calendar-clock';
import History from '@lucide/svelte/icons/history';
import ListFilter from '@lucide/svelte/icons/list-filter';
import Plus from '@lucide/svelte/icons/plus';
import type { ClaimId } from '../../../src-main/common/contract/entities.ts';
import type { Action } from '../../state/actions.svelte.ts';
import type { AppState } from '../../state/app.svelte.ts';
import type { ClaimsState } from '../../state/claims.svelte.ts';
import { today } from './days.ts';
import type { LedgerList } from './ledger-list.svelte.ts';

export interface LedgerParts {
  readonly app: AppState;
  readonly view: ClaimsState;
  readonly list: LedgerList;
  /** Whether the ledger itself is shown; asked when a command is run. */
  readonly isLedger: () => boolean;
}

/** What the ledger offers by name, beside verdicts. */
export function ledgerActions({ app, view, list, isLedger }: LedgerParts): readonly Action[] {
  const t = () => app.t.claims;
  const inLedger = { group: 'claims', enabled: isLedger } as const;
  return [
    {
      id: 'claims.new',
      title: () => t().create,
      group: 'claims',
      shortcut: 'n',
      icon: Plus,
      run: () => app.go({ view: 'claims', compose: {} }),
    },
    {
      id: 'claims.filter',
      ...inLedger,
      title: () => t().filterAction,
      shortcut: 'l',
      icon: ListFilter,
      run: () => (view.typing = true),
    },
    {
      id: 'claims.due',
      title: () => t().dueAction,
      group: 'claims',
      icon: CalendarClock,
      run: () => {
        view.showAll();
        view.narrow({ due: true });
        if (view.order !== 'recheck') view.sortBy('recheck');
        app.go({ view: 'claims' });
      },
    },
    {
      id: 'claims.as-of',
      title: () => t().past.open,
      group: 'claims',
      icon: History,
      run: () => (view.asOf ??= today()),
    },
    {
      id: 'claims.now',
      title: () => t().past.back,
      group: 'claims',
      enabled: () => view.asOf !== null,
      run: () => (view.asOf = null),
    },
    {
      id: 'claims.select-all',
      title: () => t().many.all,
      group: 'claims',
      enabled: () => isLedger() && list.items.length > 0 && view.asOf === null,
      run: () => list.mark(new Set(list.ids)),
    },
  ];
}

/** Moves claims to the trash, in one step. */
export async function removeClaims(app: AppState, ids: readonly ClaimId[]): Promise<boolean> {
  const [only] = ids;
  if (only === undefined) return false;
  const answer =
    ids.length === 1
      ? await app.mutate('claim.remove', { id: only })
      : await app.mutate('claims.remove', { ids: [...ids] });
  return answer !== null;
}
