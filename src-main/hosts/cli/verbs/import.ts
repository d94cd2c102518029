/** `import`, of files and addresses: several may fail without stopping the others; each failure is named. */
import { basename } from 'node:path';
import type { Output } from '../../../common/contract/commands.ts';
import { SOURCE_KINDS, type Warning } from '../../../common/contract/entities.ts';
import { DossierError } from '../../../common/contract/errors.ts';
import { describeWarning } from '../../../common/messages/warnings.ts';
import { EXIT } from '../app.ts';
import { describeFailure, exitCodeOf, type Failure } from '../failure.ts';
import { findFiles, readBytes, type Found } from '../files.ts';
import { mapInOrder } from '../in-order.ts';
import { createOutput, createProgress } from '../output.ts';
import { numberText } from '../marks.ts';
import { findPictures } from '../page-pictures.ts';
import { OpeningFailure } from '../session.ts';
import { plain, table } from '../terminal-text.ts';
import { usageError } from '../usage.ts';
import type { Call, Outcome } from '../verb.ts';

type Imported = Output<'source.import'>;
type Done =
  | { readonly path: string; readonly answer: Imported; readonly warnings: readonly Warning[] }
  | { readonly path: string; readonly failure: Failure };

export async function importSources(call: Call): Promise<Outcome> {
  const found = await findFiles(call.operands, call.io);
  refuseSharedDetails(found, call);
  const progress = createProgress(
    createOutput(call.io.stderr, 'stderr'),
    call.words.importing,
    call.io.isTty && !call.json,
  );
  const done: Done[] = [];
  await progress.draw(0, found.length);
  for await (const result of importAll(found, call, done)) {
    await progress.clear();
    await report(result, call);
    done.push(result);
    await progress.draw(done.length, found.length);
  }
  await progress.clear();
  const failures = done.flatMap((each) => ('failure' in each ? [each.failure] : []));
  const codes = failures.map(exitCodeOf);
  return {
    json: { sources: done.map(toJson) },
    text: () => toTable(done, call),
    code: codes.includes(EXIT.notebook) ? EXIT.notebook : failures.length > 0 ? EXIT.failed : EXIT.done,
  };
}

/** One title or address for several sources would make them versions of each other. */
function refuseSharedDetails(found: readonly Found[], { options }: Call): void {
  if (found.length <= 1) return;
  const shared = ['title', 'url'].find((name) => options.get(name) !== undefined);
  if (shared) throw usageError('one-at-a-time', `--${shared}`, '', 'import');
}

/** Files that are read and parsed at once: enough for each core to have one, and few enough to be held in memory. */
const AT_ONCE = 4;

/** In the order given. The first is taken alone: where the notebook cannot be written to, no other is begun. */
async function* importAll(found: readonly Found[], call: Call, done: readonly Done[]): AsyncGenerator<Done> {
  const start = (entry: Found): Promise<Done> => importOne(entry, call, done);
  yield* mapInOrder(found.slice(0, 1), 1, start);
  yield* mapInOrder(found.slice(1), AT_ONCE, start);
}

/** @throws what keeps the notebook from being opened at all, when nothing was imported before */
async function importOne(entry: Found, call: Call, before: readonly Done[]): Promise<Done> {
  const { path } = entry;
  const earlier = before.at(-1);
  if (earlier && 'failure' in earlier && exitCodeOf(earlier.failure) === EXIT.notebook) {
    return { path, failure: earlier.failure };
  }
  try {
    const answer = await (entry.kind === 'address' ? fetchOne(entry, call) : importFile(entry, call));
    return { path, answer, warnings: describeWarnings(answer.warnings, call) };
  } catch (error) {
    if (error instanceof OpeningFailure) throw error;
    const failure = describeFailure(error, call.words, call.locale);
    if (exitCodeOf(failure) === EXIT.notebook && !before.some((each) => 'answer' in each)) throw error;
    return { path, failure: withPath(failure, path, call) };
  }
}

async function importFile(entry: Found, call: Call): Promise<Imported> {
  if (entry.problem) throw entry.problem;
  const isFile = entry.kind === 'file';
  return call.ask('source.import', {
    bytes: await readBytes(entry, call.io),
    fileName: isFile ? basename(entry.file) : null,
    files: isFile ? [...(await findPictures(entry.file))] : undefined,
    url: call.options.get('url'),
    ...detailsOf(call),
  });
}

/** The only verb that asks another machine for something, and only for the addresses that it was given. */
function fetchOne({ path }: Found, call: Call): Promise<Imported> {
  return call.ask('source.fetch', {
    url: path,
    images: call.options.has('images'),
    allowPrivate: call.options.has('allow-private'),
    ...detailsOf(call),
  });
}

function detailsOf({ options }: Call) {
  return {
    as: options.choice('as', SOURCE_KINDS),
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
  if ('failure' in done) await say(`${plain(done.path)}: ${done.failure.message}`);
  else
    for (const { message } of done.warnings)
      await say(`${plain(done.path)}: ${words.warning}${words.colon} ${message}`);
}

function toJson(done: Done) {
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

function toTable(done: readonly Done[], { words, locale }: Call): string {
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
