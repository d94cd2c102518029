/** The notebook that exports are measured with: sources of prose, highlights with notes and tags, claims that rest on them. */
import { createClient } from '../../../src-main/common/contract/client.ts';
import { COLORS, type ExcerptId, type SourceId } from '../../../src-main/common/contract/entities.ts';
import { unwrap } from '../../../src-main/common/contract/result.ts';
import { createEngine } from '../../../src-main/core/engine.ts';
import { syntheticArticle } from '../../../src-main/worker/synthetic.ts';
import { enginePorts } from '../engine-ports.ts';

export interface Sizes {
  readonly sources: number;
  readonly excerpts: number;
}

const PARAGRAPHS = 25;
/** Highlights a claim rests on. */
const EVIDENCE = 20;

export async function makeNotebook(path: string, { sources, excerpts }: Sizes): Promise<void> {
  const engine = createEngine({ path, create: true }, enginePorts);
  const capabilities = { host: 'process', platform: 'bench', can: [] } as const;
  let calls = 0;
  const client = createClient({ ...engine, capabilities }, () => `b${calls++}`);
  const each = Math.ceil(excerpts / sources);
  for (let source = 0; source < sources; source += 1) {
    const bytes = new TextEncoder().encode(syntheticArticle(source + 1, PARAGRAPHS));
    const { id } = unwrap(await client.call('source.import', { bytes, fileName: `${source}.txt` }));
    const made = await highlight(client, id, Math.min(each, excerpts - source * each));
    if (source % 10 === 0) await judge(client, made.slice(0, EVIDENCE), source);
  }
  while (engine.tend());
  await engine.close();
}

type Client = ReturnType<typeof createClient>;

async function highlight(client: Client, id: SourceId, count: number): Promise<ExcerptId[]> {
  const { source } = unwrap(await client.call('source.get', { id }));
  const step = Math.floor(source.text.length / (count + 1));
  const answers = await Promise.all(
    Array.from({ length: count }, (_, at) => {
      const start = (at + 1) * step;
      const range = { start, end: start + 80 };
      return client.call('excerpt.add', {
        source: id,
        quote: source.text.slice(range.start, range.end),
        range,
        color: COLORS[at % COLORS.length] ?? 'yellow',
        note: `Note ${at} of what stands here, and why it matters.`,
        tags: [`tag ${at % 40}`],
      });
    }),
  );
  return answers.map((answer) => unwrap(answer).excerpt.id);
}

async function judge(client: Client, excerpts: readonly ExcerptId[], at: number): Promise<void> {
  const evidence = excerpts.map((excerpt) => ({ excerpt, stance: 'supports' as const }));
  const { claim } = unwrap(await client.call('claim.add', { statement: `Claim ${at}`, evidence }));
  unwrap(await client.call('claim.verify', { id: claim.id, reason: 'It says so.' }));
}
