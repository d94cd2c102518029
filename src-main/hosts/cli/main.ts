/** The command line: parse, run one verb, answer, and say how it went by the exit code. */
import { resolve } from 'node:path';
import type { CliWords } from '../../common/messages/cli/en.ts';
import type { Locale } from '../../common/messages/locale.ts';
import { EXIT, type CliApp, type CliIo } from './app.ts';
import { describeFailure, exitCodeOf } from './failure.ts';
import { renderHelp, usageLine } from './help.ts';
import { createOutput, type Output } from './output.ts';
import { parseCommandLine, wantsJson, type Parsed } from './parse.ts';
import { jsonText, plainLines } from './terminal-text.ts';
import { createSession, OpeningFailure } from './session.ts';
import { usageError } from './usage.ts';
import type { Outcome } from './verb.ts';
import { VERBS } from './verb-table.ts';
import { localeOf, wordsOf } from './words.ts';

interface Run {
  readonly io: CliIo;
  readonly app: CliApp;
  readonly words: CliWords;
  readonly locale: Locale;
  readonly json: boolean;
  readonly out: Output;
  readonly err: Output;
}

/** Never rejects for anything that a user can cause; returns the exit code. */
export async function runCli(argv: readonly string[], io: CliIo, app: CliApp): Promise<number> {
  const locale = localeOf(io.env);
  const run: Run = {
    io,
    app,
    locale,
    words: wordsOf(locale),
    json: wantsJson(argv),
    out: createOutput(io.stdout, 'stdout'),
    err: createOutput(io.stderr, 'stderr'),
  };
  try {
    const outcome = await answer(parseCommandLine(argv), run);
    await print(outcome, run);
    return outcome.code ?? EXIT.done;
  } catch (error) {
    return fail(error, run);
  }
}

async function answer(parsed: Parsed, run: Run): Promise<Outcome> {
  if (parsed.kind === 'version') {
    const { version } = run.app;
    return { json: { version }, text: () => version };
  }
  if (parsed.kind === 'help') {
    const help = renderHelp(parsed.verbs, run.words);
    return { json: { help }, text: () => help };
  }
  return runVerb(parsed, run);
}

async function runVerb(parsed: Extract<Parsed, { kind: 'run' }>, run: Run): Promise<Outcome> {
  const { verb, operands, options } = parsed;
  const named = options.get('notebook');
  if (named === '') throw usageError('missing-value', '--notebook', 'FILE', verb.name);
  const notebook = named === undefined ? null : resolve(run.io.cwd, named);
  const session = createSession(run.app, notebook, verb.access === 'writes');
  try {
    const call = await verb.load();
    return await call({
      ...run,
      operands,
      options,
      notebook,
      ask: session.ask,
      say: (line) => run.err.write(`${plainLines(line)}\n`),
    });
  } finally {
    await session.close();
  }
}

async function print({ json, text }: Outcome, { out, io, ...run }: Run): Promise<void> {
  if (json === undefined) return;
  if (run.json) await out.write(`${jsonText(json, io.stdout.isTTY ? 2 : undefined)}\n`);
  else if (text) await out.write(`${text()}\n`);
}

async function fail(thrown: unknown, { words, locale, json, out, err }: Run): Promise<number> {
  const isOpening = thrown instanceof OpeningFailure;
  const failure = describeFailure(isOpening ? thrown.cause : thrown, words, locale);
  if (json) await out.write(`${jsonText({ error: failure })}\n`);
  const usage = failure.code === 'usage' ? usageOf(failure.details.verb, words) : '';
  await err.write(`dossier: ${plainLines(failure.message)}\n${usage}`);
  return isOpening ? EXIT.notebook : exitCodeOf(failure);
}

function usageOf(name: unknown, words: CliWords): string {
  const verb = VERBS.find((each) => each.name === name);
  return verb ? `${usageLine(verb, words)}\n` : `${words.usage} dossier VERB … (dossier --help)\n`;
}
