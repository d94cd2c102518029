/**
 * The sample notebook: original texts about one contested subject, replayed through the ordinary commands, so
 * that it is what a user's own notebook would be. The texts are bundled: nothing is looked for on disk.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import * as v from 'valibot';
import type { Client } from '../common/contract/client.ts';
import type { CommandName, Input, Output } from '../common/contract/commands.ts';
import {
  COLOR,
  STANCE,
  STATUS,
  type ExcerptId,
  type SourceId,
  type Status,
} from '../common/contract/entities.ts';
import { DossierError } from '../common/contract/errors.ts';
import { makePrivateFolder } from './private-folder.ts';
import type { EngineClient } from './engine-client.ts';
import { createProcessClient } from './process-client.ts';

const words = v.optional(v.array(v.string()), []);

/** db/sample/notebook.json */
const SAMPLE = v.object({
  name: v.object({ en: v.string(), fr: v.string() }),
  tags: v.array(v.object({ name: v.string(), meaning: v.string(), color: COLOR })),
  sources: v.array(
    v.object({
      file: v.string(),
      tags: words,
      /** What the text does not say in a form that could be read, as a user would add it. */
      details: v.optional(v.object({ site: v.string(), byline: v.string(), publishedAt: v.string() })),
    }),
  ),
  excerpts: v.array(
    v.object({
      ref: v.string(),
      source: v.string(),
      quote: v.string(),
      color: COLOR,
      note: v.optional(v.string(), ''),
      tags: words,
    }),
  ),
  notes: v.array(v.object({ title: v.string(), body: v.string() })),
  claims: v.array(
    v.object({
      ref: v.string(),
      statement: v.string(),
      tags: words,
      note: v.optional(v.string(), ''),
      evidence: v.array(
        v.object({
          excerpt: v.string(),
          stance: STANCE,
          origin: v.optional(v.string(), ''),
          note: v.optional(v.string(), ''),
        }),
      ),
      verdicts: v.array(v.object({ status: STATUS, reason: v.string() })),
    }),
  ),
});
type Sample = v.InferOutput<typeof SAMPLE>;

const manifests = import.meta.glob<unknown>('../../db/sample/notebook.json', { import: 'default' });
const articles = import.meta.glob<string>('../../db/sample/articles/*', { query: '?raw', import: 'default' });

/** Makes the sample at `path` unless it is there: under another name first, so that a crash leaves no half of it. */
export async function ensureSample(
  path: string,
  open: (path: string) => Promise<EngineClient>,
): Promise<void> {
  if (existsSync(path)) return;
  makePrivateFolder(dirname(path));
  const unfinished = `${path}.unfinished`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${unfinished}${suffix}`, { force: true });
  const engine = await open(unfinished);
  try {
    await fillSample(createProcessClient(engine, 'sample'));
  } finally {
    await engine.close();
  }
  renameSync(unfinished, path);
}

/** Replays the manifest. @throws DossierError where a command refuses, which is a fault of the sample */
export async function fillSample(client: Client): Promise<void> {
  const run = async <Name extends CommandName>(name: Name, input: Input<Name>): Promise<Output<Name>> => {
    const result = await client.call(name, input);
    if (!result.ok) throw new DossierError(result.error.code, { ...result.error.details, command: name });
    return result.value;
  };
  const sample = await readManifest();
  for (const tag of sample.tags) await run('tag.describe', tag);
  const sources = await importSources(sample, run);
  const excerpts = await addExcerpts(sample, sources, run);
  for (const note of sample.notes) await run('note.add', note);
  for (const claim of sample.claims.toReversed()) await addClaim(claim, excerpts, run);
  await run('history.settle', {});
}

type Run = <Name extends CommandName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;

async function readManifest(): Promise<Sample> {
  const load = Object.values(manifests)[0];
  return v.parse(SAMPLE, await load?.());
}

async function importSources(sample: Sample, run: Run): Promise<Map<string, SourceId>> {
  const sources = new Map<string, SourceId>();
  // The list shows the newest first, the manifest is in reading order.
  for (const { file, tags, details } of sample.sources.toReversed()) {
    const load = articles[`../../db/sample/${file}`];
    if (!load) throw new DossierError('not-found', { what: 'file', path: file });
    const bytes = new TextEncoder().encode(await load());
    const { id } = await run('source.import', {
      bytes,
      fileName: file.slice(file.lastIndexOf('/') + 1),
      tags,
      ...details,
    });
    sources.set(file, id);
  }
  return sources;
}

async function addExcerpts(
  sample: Sample,
  sources: ReadonlyMap<string, SourceId>,
  run: Run,
): Promise<Map<string, ExcerptId>> {
  const excerpts = new Map<string, ExcerptId>();
  for (const { ref, source, ...excerpt } of sample.excerpts) {
    const added = await run('excerpt.add', { source: lookUp(sources, source), ...excerpt });
    excerpts.set(ref, added.excerpt.id);
  }
  return excerpts;
}

const JUDGE = {
  verified: 'claim.verify',
  disputed: 'claim.dispute',
  unreviewed: 'claim.reopen',
} as const satisfies Record<Status, CommandName>;

async function addClaim(
  claim: Sample['claims'][number],
  excerpts: ReadonlyMap<string, ExcerptId>,
  run: Run,
): Promise<void> {
  const evidence = claim.evidence.map((item) => ({ ...item, excerpt: lookUp(excerpts, item.excerpt) }));
  const added = await run('claim.add', {
    statement: claim.statement,
    note: claim.note,
    tags: claim.tags,
    evidence,
  });
  for (const { status, reason } of claim.verdicts) {
    await run(JUDGE[status], { id: added.claim.id, reason });
  }
}

function lookUp<Id>(ids: ReadonlyMap<string, Id>, ref: string): Id {
  const id = ids.get(ref);
  if (id === undefined) throw new DossierError('not-found', { what: 'reference', id: ref });
  return id;
}
