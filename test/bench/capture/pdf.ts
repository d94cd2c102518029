/**
 * How much longer a PDF takes than pdf.js alone needs for its text; at most 1.5 times is promised:
 *
 *     node --experimental-transform-types test/bench/capture/pdf.ts [PAGES] [FILE]
 *
 * A book of PAGES (500) is made up unless a FILE is given. Ends with code 1 where it took longer than promised.
 */
import { readFileSync } from 'node:fs';
import { measurePdf } from './measure-pdf.ts';

const MOST = 1.5;
const ROUNDS = 5;

const [, , pages = '500', file] = process.argv;
const times = await measurePdf({
  pages: Number(pages),
  rounds: ROUNDS,
  ...(file === undefined ? {} : { bytes: readFileSync(file) }),
});
const { plain, ours, ratio, cpuRatio, told } = times;
console.log(`${times.pages} pages, ${(times.bytes / 1024).toFixed(0)} KB, progress told ${told} times`);
console.log(
  `pdf.js ${plain.toFixed(0)} ms, article ${ours.toFixed(0)} ms: ${ratio.toFixed(2)} times (at most ${MOST}), ${cpuRatio.toFixed(2)} of processor time`,
);
process.exitCode = ratio <= MOST ? 0 : 1;
