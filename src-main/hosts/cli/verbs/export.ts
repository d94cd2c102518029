import { resolve } from 'node:path';
import type { Input } from '../../../common/contract/commands.ts';
import { STATUSES } from '../../../common/contract/entities.ts';
import { EXPORT_FORMATS } from '../../../common/contract/export-formats.ts';
import { describeWarning } from '../../../common/messages/warnings.ts';
import { numberText } from '../marks.ts';
import { createOutput, createProgress } from '../output.ts';
import { table } from '../terminal-text.ts';
import { findCollection } from './collection.ts';
import { readTemplate } from './export-template.ts';
import { findSaved } from './saved.ts';
import type { Call, Outcome } from '../verb.ts';

/** `export`: one file, or a folder of them, as the format has it. */
export async function exportNotes(call: Call): Promise<Outcome> {
  const { options, words, locale, io } = call;
  const shelf = options.get('collection');
  const progress = createProgress(createOutput(io.stderr, 'stderr'), words.exporting, io.isTty && !call.json);
  const claims = options.all('claim');
  const saved = options.get('saved');
  const template = options.get('template');
  // The table requires both and has checked them.
  const format = options.choice('format', EXPORT_FORMATS) ?? 'markdown';
  const input: Input<'export.run'> = {
    format,
    out: resolve(io.cwd, options.get('out') ?? ''),
    sources: options.all('source'),
    collection: shelf === undefined ? undefined : await findCollection(call.ask, shelf),
    tag: options.get('tag'),
    status: options.choice('status', STATUSES),
    claims: claims && claims.length > 0 ? claims : undefined,
    saved: saved === undefined ? undefined : (await findSaved(call.ask, saved)).id,
    template: template === undefined ? undefined : await readTemplate(call, template, format),
    force: options.has('force'),
    locale,
  };
  const answer = await call.ask(
    'export.run',
    input,
    (done, total) => void progress.draw(done, total ?? done),
  );
  await progress.clear();
  const files = answer.files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 }));
  const warnings = answer.warnings.map((warning) => ({
    code: warning.code,
    message: describeWarning(warning, locale),
  }));
  for (const { message } of warnings) await call.say(`${words.warning}${words.colon} ${message}`);
  return {
    json: { files, warnings },
    text: () =>
      table(
        [{ title: words.columns.bytes, align: 'right' }, { title: words.columns.file }],
        files.map(({ path, bytes }) => [numberText(bytes, locale), path]),
      ),
  };
}
