/** What Electron's main process and preload agree on beside the commands themselves. */
import type { Capabilities } from './capabilities.ts';

/** One request, one envelope. */
export const CALL_CHANNEL = 'dossier:call';
/** Events to the page. */
export const EVENT_CHANNEL = 'dossier:event';

/** Capabilities come with the window's own arguments: the page has them at once, without a synchronous message. */
const CAPABILITIES_ARGUMENT = '--dossier-capabilities=';

export function toArgument(capabilities: Capabilities): string {
  return CAPABILITIES_ARGUMENT + encodeURIComponent(JSON.stringify(capabilities));
}

/** @throws Error where the window was opened without them, which is a bug of the host */
export function fromArguments(args: readonly string[]): Capabilities {
  const argument = args.find((each) => each.startsWith(CAPABILITIES_ARGUMENT));
  if (!argument) throw new Error('The window was opened without capabilities.');
  return JSON.parse(decodeURIComponent(argument.slice(CAPABILITIES_ARGUMENT.length))) as Capabilities;
}
