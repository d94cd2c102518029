/** One long article, from bytes to what is stored and indexed, beside Readability on linkedom alone, in turns. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { createEngine } from '../../../src-main/core/engine.ts';
import { enginePorts } from '../engine-ports.ts';
import { median, time } from '../search/statistics.ts';

export interface ArticleReport {
  readonly bytes: number;
  /** Medians. */
  readonly oursMs: number;
  readonly parseMs: number;
  /** At most 2 is asked. */
  readonly ratio: number;
}

const SENTENCE =
  'Le <a href="/rapport">rapport</a> publié <em>lundi</em> compte 46,7 millions d’habitants que l’eau a privés de route&nbsp;; ';

/** About a megabyte of markup as a newspaper writes it, 10 sentences a paragraph. */
export function longPage(bytes: number): string {
  const parts: string[] = [];
  for (let size = 0, at = 0; size < bytes; at += 1) {
    const part = `<p class="article__paragraph" data-block="${at}">${SENTENCE.repeat(10)}</p>\n`;
    parts.push(at % 12 === 0 ? `<h2 id="part-${at}">Partie ${at}</h2>${part}` : part);
    size += part.length;
  }
  return `<!doctype html><html lang="fr"><head><title>Un long article</title></head><body><nav><a href="/">Accueil</a></nav><article><h1>Un long article</h1>${parts.join('')}</article></body></html>`;
}

export async function measureArticle(rounds: number): Promise<ArticleReport> {
  const html = longPage(1024 * 1024);
  const folder = mkdtempSync(join(tmpdir(), 'dossier-bench-'));
  const times = { ours: [] as number[], parse: [] as number[] };
  try {
    // The first warms up.
    for (let round = 0; round <= rounds; round += 1) {
      const parse = await time(() => readPlainly(html));
      const ours = await captureOnce(join(folder, `${round}.dossier`), html);
      if (round === 0) continue;
      times.parse.push(parse);
      times.ours.push(ours);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [oursMs, parseMs] = [median(times.ours), median(times.parse)];
  return { bytes: Buffer.byteLength(html), oursMs, parseMs, ratio: oursMs / parseMs };
}

function readPlainly(html: string): void {
  const { document } = parseHTML(html);
  new Readability(document).parse();
}

/** Into a notebook of its own, and until nothing is left to be indexed. */
async function captureOnce(path: string, html: string): Promise<number> {
  const engine = createEngine({ path, create: true }, enginePorts);
  const took = await time(async () => {
    const input = { bytes: new TextEncoder().encode(html), fileName: 'a.html' };
    const answer = await engine.call({ id: 'bench', name: 'source.import', input });
    if (!answer.ok) throw new Error(answer.error.code);
    while (engine.tend());
  });
  await engine.close();
  return took;
}
