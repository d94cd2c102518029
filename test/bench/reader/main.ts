/**
 * `npm run bench -- reader`, with `--rounds N` (5), `--passages N` (2000), `--bytes N` (1000000), and for a quick look
 * `--parts anchoring,browser,stored`; `--browser PATH` is what the window is measured in. The report is written to
 * `--out FOLDER` (bench-results).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { calibrate } from '../search/calibration.ts';
import { measureAnchoring } from './anchoring.ts';
import { measureInBrowser } from './browser.ts';
import { writeReport, type ReaderReport } from './report.ts';
import { measureStored } from './stored.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    passages: { type: 'string', default: '2000' },
    bytes: { type: 'string', default: '1000000' },
    parts: { type: 'string', default: 'anchoring,browser,stored' },
    browser: { type: 'string' },
    out: { type: 'string', default: 'bench-results' },
  },
});
const parts = new Set(values.parts.split(','));
const rounds = Number(values.rounds);
const [cpu] = cpus();
const report: ReaderReport = {
  machine: { cpu: cpu?.model ?? 'unknown', cores: cpus().length, node: process.version },
  calibrationMs: calibrate(),
  rounds,
  anchoring: parts.has('anchoring')
    ? measureAnchoring({ bytes: Number(values.bytes), passages: Number(values.passages), rounds })
    : null,
  browser:
    parts.has('browser') && values.browser !== undefined
      ? await measureInBrowser(values.browser, rounds)
      : null,
  stored: parts.has('stored') && values.browser !== undefined ? await measureStored(values.browser) : null,
};
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, 'reader.json'), `${JSON.stringify(report, null, 2)}\n`);
const written = writeReport(report);
writeFileSync(join(values.out, 'reader.md'), written);
console.log(written);
