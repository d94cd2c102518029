import type { Claim, ClaimId } from '../../../src-main/common/contract/entities.ts';
import type { AppState } from '../../state/app.svelte.ts';
import type { ClaimsState } from '../../state/claims.svelte.ts';

/** The claim whose page is open, as it is now or as it stood on the day that is looked at. */
export class OpenClaim {
  claim = $state.raw<Claim | null>(null);
  /** It is in the trash, or was not written down yet on that day. */
  gone = $state(false);

  constructor(
    private readonly app: AppState,
    private readonly view: ClaimsState,
  ) {}

  /** What was just stored need not be read first. */
  show(claim: Claim): void {
    this.claim = claim;
    this.gone = false;
  }

  /** Called in an effect. What was read before stays until it is read anew. @returns a function that stops */
  read(id: ClaimId | undefined): (() => void) | undefined {
    const { asOf } = this.view;
    if (id === undefined) return undefined;
    const stopping = new AbortController();
    void this.#load(id, asOf, stopping.signal);
    return () => stopping.abort();
  }

  async #load(id: ClaimId, asOf: string | null, signal: AbortSignal): Promise<void> {
    const input = { id, ...(asOf !== null && { asOf }) };
    const answer = await this.app.client.call('claim.get', input, { signal });
    if (signal.aborted) return;
    if (answer.ok) this.show(answer.value.claim);
    else if (answer.error.code === 'not-found') this.gone = true;
    else if (answer.error.code !== 'cancelled') this.app.showError(answer.error);
  }
}
