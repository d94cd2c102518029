import type { CallOptions, Client } from '../../src-main/common/contract/client.ts';
import type { CommandName, Input, MutationName, Output } from '../../src-main/common/contract/commands.ts';
import type { Messages } from '../messages/index.ts';
import type { Notices } from './notices.svelte.ts';

/** What the parts of the window's state need of the whole; AppState is it. */
export interface AppPort {
  readonly client: Client;
  readonly t: Messages;
  readonly notices: Notices;
  readonly revision: number;
  call<Name extends CommandName>(
    name: Name,
    input: Input<Name>,
    options?: CallOptions,
  ): Promise<Output<Name> | null>;
  mutate<Name extends MutationName>(name: Name, input: Input<Name>): Promise<Output<Name> | null>;
  showChange(text: string): void;
}
