/** The matrix drawn in a browser, each time anew. */
import { chromium } from 'playwright-core';
import { openPage } from '../open-page.ts';
import { median, quantile } from '../reader/statistics.ts';

export interface Figure {
  readonly p50: number;
  readonly p95: number;
}

const STEPS = 40;

/** In milliseconds, until it is on screen; 1440 × 900, a hundred claims × a hundred sources with every cell filled. */
export async function measureMatrix(path: string, rounds: number): Promise<Readonly<Record<string, Figure>>> {
  const browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await openPage(page, 'matrix');
    await page.waitForFunction(() => globalThis.benchMatrix !== undefined);
    const times = async (
      count: number,
      act: 'whole' | 'large' | 'move' | 'scroll' | 'table',
    ): Promise<Figure> => {
      const all = await page.evaluate(
        async ({ name, most }) => {
          const bench = globalThis.benchMatrix;
          const found: number[] = [];
          for (let at = 0; bench && at < most; at += 1) {
            found.push(await (name === 'whole' || name === 'large' ? bench.open(name) : bench[name]()));
          }
          return found;
        },
        { name: act, most: count },
      );
      return { p50: median(all), p95: quantile(all, 0.95) };
    };
    // Scripts are compiled and fonts are drawn with the first time, as in the app before it comes to this screen.
    await times(2, 'whole');
    return {
      'matrix drawn, all of it seen': await times(rounds, 'whole'),
      'matrix drawn, large': await times(rounds, 'large'),
      'matrix, a step of the keyboard': await times(STEPS, 'move'),
      'matrix, a step of scrolling': await times(STEPS, 'scroll'),
      'matrix as a table': await times(Math.min(10, rounds), 'table'),
    };
  } finally {
    await browser.close();
  }
}
