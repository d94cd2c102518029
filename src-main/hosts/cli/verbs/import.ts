/** `import`, of files and addresses: several may fail without stopping the others; each failure is named. */
import { basename, resolve } from 'node:path';
import type { Output } from '../../../common/contract/commands.ts';
import { FILE_KINDS, type Warning } from '../../../common/contract/entities.ts';
import { DossierError } from '../../../common/contract/errors.ts';
import { isNotebookName } from '../../../common/contract/source-formats.ts';
import { libraryOf } from '../../../common/contract/libraries.ts';
import { toErrorValue } from '../../../common/messages/error-value.ts';
import { describeWarning } from '../../../common/messages/warnings.ts';
import { EXIT } from '../app.ts';
import { describeFailure, exitCodeOf, type Failure } from '../failure.ts';
import { findFiles, readBytes, sizeOf, type Found } from '../files.ts';
import { mapInOrder } from '../in-order.ts';
import { createOutput, createProgress } from '../output.ts';
import { numberText } from '../marks.ts';
import { Room } from '../room.ts';
import { findPictures } from '../../../worker/page-pictures.ts';
import { OpeningFailure } from '../session.ts';
import { plain, table } from '../terminal-text.ts';
import { usageError } from '../usage.ts';
import {
  importLibrary,
  libraryToJson,
  reportToJson,
  reportToText,
  type LibraryDone,
} from './import-library.ts';
import type { Call, Outcome } from '../verb.ts';

type Imported = Output<'source.import'>;
type Done =
  | LibraryDone
  | { readonly path: string; readonly answer: Imported; readonly warnings: readonly Warning[] }
  | { readonly path: string; readonly failure: Failure };

export async function importSources(call: Call): Promise<Outcome> {
  const { found, leftOut } = await findFiles(call.operands, call.io);
  refuseSharedDetails(found, call);
  const progress = createProgress(
    createOutput(call.io.stderr, 'stderr'),
    call.words.importing,
    call.io.isTty && !call.json,
  );
  const done: Done[] = [];
  const draw: Draw = (part) => progress.draw(done.length, found.length, part);
  await progress.draw(0, found.length);
  for await (const result of importAll(found, call, done, draw)) {
    await progress.clear();
    await report(result, call);
    done.push(result);
    await progress.draw(done.length, found.length);
  }
  await progress.clear();
  await sayLeftOut(leftOut, call);
  const failures = done.flatMap((each) => ('failure' in each ? [each.failure] : []));
  const libraries = done.filter((each) => 'library' in each);
  const codes = failures.map(exitCodeOf);
  return {
    json: {
      sources: done.flatMap<unknown>((each) =>
        'library' in each ? libraryToJson(each, call) : [toJson(each)],
      ),
      libraries: libraries.map((each) => reportToJson(each, call)),
      leftOut,
    },
    text: () => toText(done, libraries, call),
    code: codes.includes(EXIT.notebook) ? EXIT.notebook : failures.length > 0 ? EXIT.failed : EXIT.done,
  };
}

/** Named by themselves they are imported; past so many, what to do is known. */
const MOST_NAMED = 10;

async function sayLeftOut(paths: readonly string[], { words, say }: Call): Promise<void> {
  for (const path of paths.slice(0, MOST_NAMED)) {
    const text = words.leftOut.file.replace('{path}', () => plain(path));
    await say(`${words.warning}${words.colon} ${text}`);
  }
  const more = paths.length - MOST_NAMED;
  if (more > 0) await say(words.leftOut.more(more));
}

/** One title or address for several sources would make them versions of each other. */
function refuseSharedDetails(found: readonly Found[], { options }: Call): void {
  const address = found.find(({ kind }) => kind === 'address');
  if (address && options.get('url') !== undefined) throw usageError('url-twice', address.path, '', 'import');
  if (found.length <= 1) return;
  const shared = ['title', 'url'].find((name) => options.get(name) !== undefined);
  if (shared) throw usageError('one-at-a-time', `--${shared}`, '', 'import');
}

/** Shows how far one of the files is. */
type Draw = (part: { readonly done: number; readonly total: number }) => Promise<void>;

/** Files that are read and parsed at once: more than there are cores, for one large file holds up who is told after it. */
const AT_ONCE = 8;
/** Bytes of files that are held at once: with the threads that parse them, all stays below a gigabyte. */
const HELD_AT_ONCE = 96 * 1024 * 1024;

/** In the order given. The first is taken alone: where the notebook cannot be written to, no other is begun. */
async function* importAll(
  found: readonly Found[],
  call: Call,
  done: readonly Done[],
  draw: Draw,
): AsyncGenerator<Done> {
  const room = new Room(HELD_AT_ONCE);
  const start = async (entry: Found): Promise<Done> =>
    room.within(await sizeOf(entry), () => importOne(entry, call, done, draw));
  yield* mapInOrder(found.slice(0, 1), 1, start);
  yield* mapInOrder(found.slice(1), AT_ONCE, start);
}

/** @throws what keeps the notebook from being opened at all, when nothing was imported before */
async function importOne(entry: Found, call: Call, before: readonly Done[], draw: Draw): Promise<Done> {
  const { path } = entry;
  const earlier = before.at(-1);
  if (earlier && 'failure' in earlier && exitCodeOf(earlier.failure) === EXIT.notebook) {
    return { path, failure: earlier.failure };
  }
  try {
    return await (entry.kind === 'address' ? fetchOne(entry, call) : importEntry(entry, call, draw));
  } catch (error) {
    if (error instanceof OpeningFailure) throw error;
    const failure = describeFailure(error, call.words, call.locale);
    if (exitCodeOf(failure) === EXIT.notebook && before.every((each) => 'failure' in each)) throw error;
    return { path, failure: withPath(failure, path, call) };
  }
}

/** As one source, or as the library that it turns out to be. */
async function importEntry(entry: Found, call: Call, draw: Draw): Promise<Done> {
  const input = await toInput(entry, call);
  try {
    // Drawn as it comes: what the terminal cannot take is not worth the import.
    let drawn = Promise.resolve();
    const answer = await call.ask('source.import', input, (part, all) => {
      if (all !== null) drawn = drawn.then(() => draw({ done: part, total: all })).catch(() => undefined);
    });
    await drawn;
    return { path: entry.path, answer, warnings: describeWarnings(answer.warnings, call) };
  } catch (error) {
    if (libraryOf(toErrorValue(error)) === null) throw error;
    return await importLibrary(entry, input.bytes, call);
  }
}

async function toInput(entry: Found, call: Call) {
  if (entry.problem) throw entry.problem;
  const isFile = entry.kind === 'file';
  const notebook = resolve(call.notebook ?? call.app.defaultNotebook());
  if (isFile && (isNotebookName(entry.file) || entry.file === notebook))
    throw new DossierError('unsupported', { what: 'notebook', path: entry.path });
  return {
    bytes: await readBytes(entry, call.io),
    fileName: isFile ? basename(entry.file) : null,
    files: isFile ? [...(await findPictures(entry.file))] : undefined,
    url: call.options.get('url'),
    ...detailsOf(call),
  };
}

/** The only verb that asks another machine for something, and only for the addresses that it was given. */
async function fetchOne({ path }: Found, call: Call): Promise<Done> {
  const answer = await call.ask('source.fetch', {
    url: path,
    images: call.options.has('images'),
    allowPrivate: call.options.has('allow-private'),
    ...detailsOf(call),
  });
  return { path, answer, warnings: describeWarnings(answer.warnings, call) };
}

function detailsOf({ options }: Call) {
  return {
    as: options.choice('as', FILE_KINDS),
    title: options.get('title'),
    byline: options.get('author'),
    publishedAt: options.get('published'),
    language: options.get('language'),
    tags: options.all('tag'),
  };
}

/** The engine only saw bytes: the sentence has to name the file. */
function withPath(failure: Failure, path: string, { words, locale }: Call): Failure {
  if (failure.details.path !== undefined) return failure;
  return describeFailure(new DossierError(failure.code, { ...failure.details, path }), words, locale);
}

function describeWarnings(warnings: readonly Warning[], { locale }: Call): Warning[] {
  return warnings.map((warning) => ({ code: warning.code, message: describeWarning(warning, locale) }));
}

async function report(done: Done, { words, say }: Call): Promise<void> {
  if ('failure' in done) await say(namingFile(done.failure.message, done.path));
  else if ('answer' in done)
    for (const { message } of done.warnings)
      await say(`${plain(done.path)}: ${words.warning}${words.colon} ${message}`);
}

/** Most sentences name what they are about: it need not be said twice. */
function namingFile(message: string, path: string): string {
  return message.includes(path) ? message : `${plain(path)}: ${message}`;
}

function toJson(done: Exclude<Done, LibraryDone>) {
  if ('failure' in done) {
    const { code, message } = done.failure;
    return {
      id: null,
      path: done.path,
      title: null,
      language: null,
      words: null,
      status: 'failed',
      duplicateOf: null,
      warnings: [],
      error: { code, message },
    };
  }
  const { id, versionId, title, language, words, status, duplicateOf, carried } = done.answer;
  return {
    id,
    ...(status === 'version' ? { versionId, carried } : {}),
    path: done.path,
    title,
    language,
    words,
    status,
    duplicateOf,
    warnings: done.warnings,
    error: null,
  };
}

function toText(done: readonly Done[], libraries: readonly LibraryDone[], call: Call): string {
  const files = done.flatMap((each) => ('library' in each ? [] : [each]));
  const parts = libraries.map((each) => reportToText(each, call));
  return [...(files.length > 0 ? [toTable(files, call)] : []), ...parts].join('\n\n');
}

function toTable(done: readonly Exclude<Done, LibraryDone>[], { words, locale }: Call): string {
  const { columns, importStatuses } = words;
  return table(
    [
      { title: columns.status },
      { title: columns.title, limit: 60 },
      { title: columns.language },
      { title: columns.words, align: 'right' },
      { title: columns.id },
    ],
    done.map((each) =>
      'failure' in each
        ? [importStatuses.failed, each.path]
        : [
            importStatuses[each.answer.status],
            each.answer.title,
            each.answer.language ?? '',
            numberText(each.answer.words, locale),
            each.answer.id,
          ],
    ),
  );
}
