/** The two channels between page and main process. Each message's sender is checked; events go to the app's page only. */
import type { BrowserWindow, IpcMain, IpcMainInvokeEvent } from 'electron';
import { parseCallRequest } from '../../common/contract/call-request.ts';
import type { CallRequest } from '../../common/contract/client.ts';
import { DossierError } from '../../common/contract/errors.ts';
import type { DossierEvent } from '../../common/contract/events.ts';
import type { Output } from '../../common/contract/commands.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../common/contract/ipc.ts';
import { reachesInside } from '../../common/contract/private-addresses.ts';
import { failure, type Result } from '../../common/contract/result.ts';
import { toErrorValue } from '../../common/messages/error-value.ts';
import type { Workspace } from '../../worker/workspace.ts';
import type { ChosenPaths } from './chosen-paths.ts';
import { type HostServices, isHostCommand, runHostCommand } from './host-commands.ts';
import type { Report } from './report.ts';
import { isPageUrl, isTrustedSender } from './trust.ts';

export interface BridgeOptions {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  /** A promise, so that the page can be on its way while the notebook is still being opened. */
  readonly workspace: Promise<Workspace>;
  readonly services: HostServices;
  readonly report: Report;
  /** The page has asked for the workspace, which it does when it follows events. */
  readonly onListening: () => void;
}

export function connectPage(options: BridgeOptions): void {
  options.ipcMain.handle(CALL_CHANNEL, async (event, value: unknown): Promise<Result<unknown>> => {
    if (!options.services.windows().some((window) => isTrustedSender(event, window))) {
      options.report('message', describeSender(event));
      return refused('unsupported', 'sender');
    }
    const request = parseCallRequest(value);
    return request ? answer(request, options) : refused('invalid', 'call');
  });
}

async function answer(
  request: CallRequest,
  { workspace, services, onListening }: BridgeOptions,
): Promise<Result<unknown>> {
  const { id, name, input } = request;
  if (reachesInside({ name, input })) return refused('unsupported', 'allowPrivate');
  if (isHostCommand(name)) return runHostCommand(services, { id, name, input });
  const open = await workspace;
  if (name === 'workspace.state') onListening();
  if (await isAllowed(request, open, services.chosen)) return open.call(request);
  return failure(toErrorValue(new DossierError('target-unwritable', { reason: 'not-chosen' })));
}

/** Paths that the page gives are those that the user has given it: a page gone wrong cannot name a file. */
async function isAllowed(
  { name, input }: CallRequest,
  workspace: Workspace,
  chosen: ChosenPaths,
): Promise<boolean> {
  if (typeof input !== 'object' || input === null) return true;
  if (name === 'export.run' && 'out' in input && typeof input.out === 'string')
    return chosen.allowExport(input.out);
  if (name === 'workspace.watch' && 'folder' in input && typeof input.folder === 'string')
    return chosen.allowWatching(input.folder);
  if (name === 'workspace.restore' && 'path' in input && 'archive' in input)
    return [input.path, input.archive].every(
      (path) => typeof path === 'string' && chosen.allowNotebook(path),
    );
  if (name !== 'workspace.open' || !('path' in input) || typeof input.path !== 'string') return true;
  if (chosen.allowNotebook(input.path)) return true;
  // One that was open before may be opened again, not made anew.
  const creates = 'create' in input && input.create === true;
  return !creates && (await recentPaths(workspace)).includes(input.path);
}

async function recentPaths(workspace: Workspace): Promise<readonly string[]> {
  const state = await workspace.call({ id: 'recent', name: 'workspace.state', input: {} });
  return state.ok ? (state.value as Output<'workspace.state'>).recent.map(({ path }) => path) : [];
}

/** Not to a window that has gone, nor to one that for whatever reason shows another page. */
export function sendEvent(window: BrowserWindow | null, event: DossierEvent): void {
  if (!window || window.isDestroyed() || !isPageUrl(window.webContents.getURL())) return;
  window.webContents.send(EVENT_CHANNEL, event);
}

function refused(code: 'unsupported' | 'invalid', what: string): Result<never> {
  return failure(toErrorValue(new DossierError(code, { what })));
}

function describeSender({ senderFrame }: IpcMainInvokeEvent): string {
  if (!senderFrame) return 'a frame that has gone';
  return `${senderFrame.parent === null ? '' : 'a frame of '}${senderFrame.url}`;
}
