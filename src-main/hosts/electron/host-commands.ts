/** The `host.*` commands: native dialogs and the system's browser. */
import type { BrowserWindow, Dialog, Shell } from 'electron';
import { checkInput } from '../../common/contract/check-input.ts';
import type { CallRequest } from '../../common/contract/client.ts';
import {
  type Checked,
  COMMANDS,
  type HostCommand,
  isCommandName,
  type Output,
} from '../../common/contract/commands.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { failure, success, type Result } from '../../common/contract/result.ts';
import { toErrorValue } from '../../common/messages/error-value.ts';
import type { Locale } from '../../common/messages/locale.ts';
import type { ChosenPaths } from './chosen-paths.ts';
import { choosePath } from './dialogs.ts';

export interface HostServices {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly shell: Pick<Shell, 'openExternal'>;
  readonly locale: Locale;
  readonly chosen: ChosenPaths;
  /** The window in front: what a dialog belongs to. */
  window(): BrowserWindow | null;
  /** All of the app's own windows. */
  windows(): readonly BrowserWindow[];
  /** @returns false where there are as many windows as may be */
  openWindow(route: string): boolean;
}

type Handlers = {
  readonly [Name in HostCommand]: (services: HostServices, input: Checked<Name>) => Promise<Output<Name>>;
};

const HANDLERS: Handlers = {
  'host.choose': async (services, { purpose, suggestion }) => {
    const path = await choosePath(services, purpose, suggestion);
    if (path !== null) services.chosen.add(purpose, path);
    return { path };
  },
  'host.openExternal': async ({ shell }, { url }) => {
    await shell.openExternal(externalUrl(url));
    return {};
  },
  'host.openWindow': ({ openWindow }, { route }) => {
    if (!openWindow(route)) throw new DossierError('too-large', { what: 'windows' });
    return Promise.resolve({});
  },
};

export function isHostCommand(name: string): name is HostCommand {
  return isCommandName(name) && COMMANDS[name].owner === 'host';
}

/** Never rejects. */
export async function runHostCommand<Name extends HostCommand>(
  services: HostServices,
  request: CallRequest & { readonly name: Name },
): Promise<Result<unknown>> {
  try {
    return success(await HANDLERS[request.name](services, checkInput(request.name, request.input)));
  } catch (error) {
    return failure(toErrorValue(error));
  }
}

/** Schemes that open a page or a letter; others could start any program that registered one. */
const EXTERNAL_SCHEMES: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

/** The address as it was parsed, so that what was checked is what is opened. */
function externalUrl(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !EXTERNAL_SCHEMES.has(url.protocol))
    throw new DossierError('invalid', { what: 'url', value: address });
  return url.href;
}
