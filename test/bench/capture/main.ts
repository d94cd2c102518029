/**
 * `npm run bench -- capture`, with `--pages FOLDER` (saved pages; else pages are made), `--truth FOLDER` (pages with known
 * answers, see extraction.ts; else pages are made), `--count N` (1000), `--rounds N` (5), `--ablation`, and for a quick
 * look `--parts extraction,bulk,small,window,article,pdf`; `--browser PATH` is
 * what the window is measured in. The report is written to `--out FOLDER` (bench-results).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { calibrate } from '../search/calibration.ts';
import { measureArticle } from './article.ts';
import { measureBulk, PLAINLY, readPlainly } from './bulk.ts';
import { measureExtraction } from './extraction.ts';
import { measurePdf } from './measure-pdf.ts';
import { judge, writeReport, type CaptureReport } from './report.ts';
import { measureWindow } from './window.ts';

const PARTS = ['extraction', 'bulk', 'small', 'window', 'article', 'pdf'] as const;
/** What is promised is promised for a book of so many pages. */
const BOOK = 500;

function readOptions() {
  return parseArgs({
    options: {
      pages: { type: 'string' },
      truth: { type: 'string' },
      count: { type: 'string', default: '1000' },
      rounds: { type: 'string', default: '5' },
      parts: { type: 'string', default: PARTS.join(',') },
      ablation: { type: 'boolean', default: false },
      browser: { type: 'string' },
      out: { type: 'string', default: 'bench-results' },
    },
  }).values;
}

async function measure(values: ReturnType<typeof readOptions>): Promise<CaptureReport> {
  const wanted = new Set(values.parts.split(','));
  const rounds = Number(values.rounds);
  const count = Number(values.count);
  const script = fileURLToPath(import.meta.url);
  const part = async <Value>(name: (typeof PARTS)[number], work: () => Value | Promise<Value>) => {
    if (!wanted.has(name)) return null;
    process.stderr.write(`${name}\n`);
    return work();
  };
  const [cpu] = cpus();
  return {
    machine: { cpu: cpu?.model ?? 'unknown', cores: cpus().length, node: process.version },
    calibrationMs: calibrate(),
    rounds,
    extraction: await part('extraction', () =>
      measureExtraction({ pages: values.truth, ablation: values.ablation }),
    ),
    bulk: await part('bulk', () =>
      measureBulk({
        pages: values.pages,
        count,
        rounds,
        script,
      }),
    ),
    small: await part('small', () => measureBulk({ kind: 'small', count, rounds, script })),
    window: await part('window', () =>
      measureWindow({ pages: values.pages, count, browser: values.browser ?? null }),
    ),
    article: await part('article', () => measureArticle(rounds)),
    pdf: await part('pdf', () => measurePdf({ pages: BOOK, rounds })),
  };
}

const [, , first, folder] = process.argv;
if (first === PLAINLY && folder !== undefined) readPlainly(folder);
else {
  const values = readOptions();
  const report = await measure(values);
  mkdirSync(values.out, { recursive: true });
  const markdown = writeReport(report);
  writeFileSync(
    join(values.out, 'capture.json'),
    `${JSON.stringify({ ...report, targets: judge(report) }, null, 2)}\n`,
  );
  writeFileSync(join(values.out, 'capture.md'), markdown);
  process.stdout.write(markdown);
}
