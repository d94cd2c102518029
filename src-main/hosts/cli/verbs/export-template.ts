/** `--template`: a file of the user's, or the name of a template of the notebook or of the app. */
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ExportFormat } from '../../../common/contract/export-formats.ts';
import { DossierError } from '../../../common/contract/errors.ts';
import type { Call } from '../verb.ts';

/** No template is longer by far; the engine has its own bound. */
const LARGEST = 4 * 1024 * 1024;

/** @throws DossierError not-found, unreadable, too-large */
export async function readTemplate(call: Call, named: string, format: ExportFormat): Promise<string> {
  const path = resolve(call.io.cwd, named);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return findTemplate(call, named, format);
  if (found.size > LARGEST) throw new DossierError('too-large', { path, size: found.size, limit: LARGEST });
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw new DossierError('unreadable', { path, reason: 'denied' }, { cause });
  });
}

async function findTemplate({ ask }: Call, named: string, format: ExportFormat): Promise<string> {
  const { templates, builtIn } = await ask('template.list', {});
  const key = named.normalize('NFC').trim().toLowerCase();
  const own = templates.find(({ id, name }) => id === named || name.toLowerCase() === key);
  const found = own ?? builtIn.find((each) => each.name === named && each.format === format);
  if (!found) throw new DossierError('not-found', { what: 'template', name: named });
  return found.body;
}
