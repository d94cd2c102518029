/** The few figures that the README keeps: of the largest size, with the command beside them. */
import { figureRows, writeFigures, type SearchReport } from './report.ts';

const BEGIN = '<!-- search: written by `npm run bench -- search --size 1000,10000,100000 --readme` -->';
const END = '<!-- /search -->';

const KEPT = new Set([
  'one term',
  'prefix',
  'mixed',
  'added and found',
  'cold start to first answer',
  'build',
  'heap, MB',
  'stored, MB',
]);

/** @returns the README with the report's figures between its markers */
export function putIntoReadme(readme: string, { sizes, rounds, machine }: SearchReport): string {
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END);
  const largest = sizes.at(-1);
  if (from === -1 || to === -1 || !largest) throw new Error('README.md has no place for these figures');
  const { size, engines, calibrationMs } = largest;
  const rows = figureRows(engines).filter(([name = '']) => KEPT.has(name));
  const text = [
    BEGIN,
    `${size.toLocaleString('en')} passages, medians of ${rounds} rounds in one run, in milliseconds (p50 / p95);`,
    `${machine.cores} cores, Node ${machine.node}, calibration ${Math.round(calibrationMs)} ms. Dossier gives whole answers with marked snippets,`,
    '« Dossier (ids) » and its peers ids.',
    '',
    ...writeFigures(
      engines.map(({ name }) => name),
      rows,
    ),
  ].join('\n');
  return `${readme.slice(0, from)}${text.trimEnd()}\n${readme.slice(to)}`;
}
