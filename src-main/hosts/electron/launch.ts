/** What the app was asked to open: by its command line, by a second start, or by the desktop. Pure. */
import { resolve } from 'node:path';
import * as v from 'valibot';
import { formatAppAddress, LINK_SCHEME, parseInternalLink } from '../../common/document/internal-links.ts';
import { NOTEBOOK_EXTENSION } from './dialogs.ts';

export interface Launch {
  readonly sample: boolean;
  /** Absolute; null means the one of the last time. */
  readonly notebook: string | null;
  /** Absolute paths of files to import. */
  readonly files: readonly string[];
  /** Addresses of things in the notebook (`dossier://…`): only such as are well formed. */
  readonly links: readonly string[];
}

const NOTEBOOK_OPTION = '--notebook';

/** Options that are not ours are Chromium's (`--no-sandbox`, `--ozone-platform=…`) and are left to it. */
export function parseLaunch(args: readonly string[], folder: string): Launch {
  let sample = false;
  let notebook: string | null = null;
  const files: string[] = [];
  const links: string[] = [];
  const take = (path: string): void => {
    if (isLink(path)) {
      links.push(...linksOf(path));
      return;
    }
    const full = resolve(folder, path);
    if (isNotebook(full)) notebook = full;
    else files.push(full);
  };
  let rest = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (rest || !arg.startsWith('-')) take(arg);
    else if (arg === '--') rest = true;
    else if (arg === '--sample') sample = true;
    else if (arg === NOTEBOOK_OPTION) notebook = resolve(folder, args[++at] ?? '');
    else if (arg.startsWith(`${NOTEBOOK_OPTION}=`))
      notebook = resolve(folder, arg.slice(NOTEBOOK_OPTION.length + 1));
  }
  return { sample, notebook, files, links };
}

/** What the desktop gives by a double click or a drop on the icon. */
export function launchOf(path: string): Launch {
  return isNotebook(path) ? { ...NOTHING, notebook: path } : { ...NOTHING, files: [path] };
}

/** An address that another program asks to open. It may come from any page: what is not well formed is passed over. */
export function launchOfLink(address: string): Launch {
  return { ...NOTHING, links: linksOf(address) };
}

const NOTHING: Launch = { sample: false, notebook: null, files: [], links: [] };

/** Whatever begins so is never taken for a file. */
function isLink(text: string): boolean {
  return text.slice(0, LINK_SCHEME.length + 1).toLowerCase() === `${LINK_SCHEME}:`;
}

function linksOf(address: string): readonly string[] {
  const link = parseInternalLink(address);
  return link ? [formatAppAddress(link)] : [];
}

/** The command line, and what the desktop asked for meanwhile: its notebook is the later wish. */
export function joinLaunches(launches: readonly Launch[]): Launch {
  return {
    sample: launches.some(({ sample }) => sample),
    notebook: launches.findLast(({ notebook }) => notebook !== null)?.notebook ?? null,
    files: launches.flatMap(({ files }) => files),
    links: launches.flatMap(({ links }) => links),
  };
}

function isNotebook(path: string): boolean {
  return path.toLowerCase().endsWith(`.${NOTEBOOK_EXTENSION}`);
}

/** Sent by a second start to the first, because Chromium reorders the command line that it passes on itself. */
const HANDOVER = v.object({ args: v.array(v.string()), folder: v.string() });
export type Handover = v.InferOutput<typeof HANDOVER>;

/** @returns null where it did not come from this app */
export function parseHandover(value: unknown): Launch | null {
  const parsed = v.safeParse(HANDOVER, value);
  return parsed.success ? parseLaunch(parsed.output.args, parsed.output.folder) : null;
}

/** The first argument that is no option: a verb of the command line, or a path. Null where there are only options. */
export function firstOperand(args: readonly string[]): string | null {
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === NOTEBOOK_OPTION) at++;
    else if (!arg.startsWith('-')) return arg;
  }
  return null;
}
