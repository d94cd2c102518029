/** A notebook in which some sources repeat one origin, some claims are contradicted, and a page was captured again. */
import type { ClaimId, ExcerptId, SourceId, Stance } from '../../src-main/common/contract/entities.ts';
import { bytesOf, openTestEngine } from './engine.ts';
import { tempNotebook } from './temp.ts';

const SOURCES = [
  ['Metropolis presents line D', 'Metropolis'],
  ['Line D is announced', 'Lauzan Matin'],
  ['A tram for the estuary', 'Gazette du Littoral'],
  ['Audit of the accounts of line D', 'Chambre d’audit'],
  ['The audit doubts the cost', 'L’Écho'],
  ['Rails and plane trees', 'Rails & Platanes'],
  ['A study of mobility', 'Mobilités urbaines'],
] as const;

/** Signs of a claim's cells: `+` supports, `#` disputes, `-` mentions; what is after a colon names the origin. */
const CLAIMS = [
  [
    'Line D will cost 486 million, rolling stock included.',
    '+',
    '+:Metropolis',
    '+:Metropolis',
    '#',
    '#:Chambre d’audit',
    '',
    '-',
  ],
  ['The 412 million of 2019 leave the rolling stock out.', '-', '', '', '+', '+:Chambre d’audit', '', ''],
  ['The line will open in March 2028.', '+', '+:Metropolis', '', '#', '', '#', ''],
  ['A train every six minutes from the first day.', '+', '', '+:Metropolis', '', '', '', '+'],
  ['The works fell 340 plane trees.', '', '', '', '', '', '+', '-'],
] as const;

const quoteOf = (claim: number, source: number): string =>
  `In document ${source + 1}, sentence ${claim + 1} says what it says of the matter, at some length.`;

const pageOf = (title: string, source: number, change = (text: string) => text): Uint8Array =>
  bytesOf(
    `# ${title}\n\n${CLAIMS.map((_, claim) => change(quoteOf(claim, source))).join('\n\n')}\n\nThe end of it.\n`,
  );

export interface MatrixNotebook {
  readonly path: string;
  readonly claims: readonly ClaimId[];
  readonly sources: readonly SourceId[];
}

const STANCES: Readonly<Record<string, Stance>> = { '+': 'supports', '#': 'disputes', '-': 'mentions' };

/** In the page that was captured again one quotation has other words, and one is gone. */
export async function makeMatrixNotebook(): Promise<MatrixNotebook> {
  const path = tempNotebook();
  const { run, engine } = openTestEngine(path);
  const sources: SourceId[] = [];
  for (const [at, [title, site]] of SOURCES.entries()) {
    const url = `https://example.org/${at}`;
    const { id } = await run('source.import', { bytes: pageOf(title, at), fileName: `${at}.md`, url });
    await run('source.edit', { id, site, language: 'en' });
    sources.push(id);
  }
  const claims: ClaimId[] = [];
  for (const [at, [statement, ...signs]] of CLAIMS.entries()) {
    const evidence: { excerpt: ExcerptId; stance: Stance; origin: string }[] = [];
    for (const [column, sign] of signs.entries()) {
      const [kind = '', origin = ''] = sign.split(':');
      const [stance, source] = [STANCES[kind], sources[column]];
      if (!stance || !source) continue;
      const { excerpt } = await run('excerpt.add', { source, quote: quoteOf(at, column), color: 'green' });
      evidence.push({ excerpt: excerpt.id, stance, origin });
    }
    claims.push((await run('claim.add', { statement, evidence })).claim.id);
  }
  const [first, second] = claims;
  if (first) await run('claim.dispute', { id: first, reason: 'The audit adds the indexation.' });
  if (second) await run('claim.verify', { id: second, reason: 'The audit says so.' });
  const again = pageOf(SOURCES[3][0], 3, (text) =>
    text.includes('sentence 3')
      ? 'Nothing of that.'
      : text.replace('sentence 1 says what', 'line 1 denies what'),
  );
  await run('source.import', { bytes: again, fileName: '3.md', url: 'https://example.org/3' });
  await engine.close();
  return { path, claims, sources };
}
