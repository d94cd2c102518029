/** Queries made to be slow, and a corpus that makes them slower. Each must answer or be cut, and say so. */
import type { SearchOutput } from '../../../src-main/core/ports.ts';
import { median } from './statistics.ts';
import { openNotebookIn } from './subjects/ours.ts';

export interface WorstAnswer {
  readonly query: string;
  readonly ms: number;
  /** When it was asked for the first time. */
  readonly firstMs: number;
  readonly total: number;
  readonly notice: string | null;
}

/** Of each two of these: 64 different words. */
function combine(word: (a: string, b: string) => string): string {
  return [...'aeinorst'].flatMap((a) => [...'bdilmpru'].map((b) => word(a, b))).join(' ');
}

const QUERIES: readonly (readonly [name: string, query: string])[] = [
  ['*', '*'],
  ['*a*', '*a*'],
  ['*a*a*a*a*a*', '*a*a*a*a*a*'],
  ['a*~2', 'a*~2'],
  ['40 letters~2', `${'abcdefghij'.repeat(4)}~2`],
  ['40 times a~2', `${'a'.repeat(40)}~2`],
  ['3 letters~2', 'ban~2'],
  ['64 wildcards', '*a*e*i*o* '.repeat(64)],
  ['64 other wildcards', combine((a, b) => `*${a}*${b}*`)],
  ['64 misspellings', combine((a, b) => `b${a}n${b}~2`)],
  ['250 terms without a space', Array.from({ length: 250 }, (_, at) => `${at}a`).join('/')],
  ['10,000 terms', Array.from({ length: 10_000 }, (_, at) => `terme${at}`).join(' ')],
  ['1 MB of words', 'la de con '.repeat(100_000)],
  ['1 MB without a space', 'a'.repeat(1_000_000)],
  ['"de la" (common words)', '"de la"'],
  ['de la con (common words)', 'de la con da'],
];

const ROUNDS = 3;

export async function askWorst(folder: string): Promise<WorstAnswer[]> {
  const notebook = openNotebookIn(folder);
  const letters = await notebook.call('note.add', { title: 'a'.repeat(60), body: 'ab'.repeat(30) });
  await notebook.search({ query: 'warm' });
  const answers: WorstAnswer[] = [];
  for (const [name, query] of QUERIES) {
    const times: number[] = [];
    const ask = async (): Promise<SearchOutput> => {
      const start = performance.now();
      const answer = await notebook.search({ query });
      times.push(performance.now() - start);
      return answer;
    };
    const answer = await ask();
    for (let round = 0; round < ROUNDS; round += 1) await ask();
    answers.push({
      query: name,
      ms: median(times.slice(1)),
      firstMs: times[0] ?? Number.NaN,
      total: answer.total,
      notice: answer.notice?.code ?? null,
    });
  }
  await notebook.call('note.remove', { id: letters.note.id });
  await notebook.close();
  return answers;
}
