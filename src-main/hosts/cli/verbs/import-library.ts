/** A library among the files of `import`: what came over, what did not, and why. */
import type { ImportedLibrary } from '../../../common/contract/libraries.ts';
import {
  countLeftOut,
  describeAdded,
  explainLeftOut,
  nameLeftOut,
  nameLibrary,
} from '../../../common/messages/libraries.ts';
import { describeWarning } from '../../../common/messages/warnings.ts';
import { basename } from 'node:path';
import type { Found } from '../files.ts';
import { plain, table } from '../terminal-text.ts';
import { usageError } from '../usage.ts';
import type { Call } from '../verb.ts';

export interface LibraryDone {
  readonly path: string;
  readonly library: ImportedLibrary;
}

/** Details of one source: a library has many. */
const OF_ONE = ['title', 'url', 'author', 'published', 'language'] as const;

export async function importLibrary(entry: Found, bytes: Uint8Array, call: Call): Promise<LibraryDone> {
  const { options } = call;
  const given = OF_ONE.find((name) => options.get(name) !== undefined);
  if (given) throw usageError('one-at-a-time', `--${given}`, '', 'import');
  const library = await call.ask('library.import', {
    bytes,
    fileName: entry.kind === 'stdin' ? null : basename(entry.file),
    tags: options.all('tag'),
  });
  return { path: entry.path, library };
}

/** As `import` answers for each source; one that is as it was counts as a repeat. */
export function libraryToJson({ path, library }: LibraryDone, { locale }: Call) {
  return library.sources.map(({ versionId, warnings, status, ...source }) => ({
    ...source,
    ...(status === 'version' ? { versionId } : {}),
    path,
    status: status === 'unchanged' ? 'duplicate' : status,
    warnings: warnings.map((warning) => ({ code: warning.code, message: describeWarning(warning, locale) })),
    error: null,
  }));
}

export function reportToJson({ path, library }: LibraryDone, { locale }: Call) {
  const { format, added, leftOut, sources } = library;
  return {
    path,
    format,
    items: sources.length,
    added,
    leftOut: leftOut.map((entry) => ({ ...entry, message: explainLeftOut(entry, locale) })),
  };
}

export function reportToText({ path, library }: LibraryDone, { words, locale }: Call): string {
  const { format, added, leftOut } = library;
  const head = `${plain(path)} (${nameLibrary(format, locale)})${words.colon} ${describeAdded(added, locale)}`;
  if (leftOut.length === 0) return head;
  const { columns } = words;
  const rows = table(
    [{ title: columns.leftOut }, { title: columns.why }, { title: columns.examples, limit: 60 }],
    leftOut.map((entry) => [
      countLeftOut(entry, locale),
      explainLeftOut(entry, locale),
      nameLeftOut(entry, locale),
    ]),
  );
  return `${head}\n\n${rows}`;
}
