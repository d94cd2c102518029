import { describe, expect, it } from 'vitest';
import { drawMatrix } from '../../../src-renderer/features/matrix/drawing.ts';
import { layOut } from '../../../src-renderer/features/matrix/geometry.ts';
import { buildModel } from '../../../src-renderer/features/matrix/model.ts';
import type { Theme } from '../../../src-renderer/features/matrix/pen.ts';
import { pictureWords } from '../../../src-renderer/features/matrix/picture-words.ts';
import { SvgPen } from '../../../src-renderer/features/matrix/svg-pen.ts';
import { TextFit } from '../../../src-renderer/features/matrix/text-fit.ts';
import { catalogs } from '../../../src-renderer/messages/index.ts';
import { type Drawn, buildMatrix } from './support/matrix.ts';

const theme: Theme = {
  ...{ paper: 'paper', panel: 'panel', ink: 'ink', ink2: 'ink2', ink3: 'ink3', line: 'line', line2: 'line2' },
  ...{ control: 'control', accent: 'accent', soft: 'soft', ok: 'ok', no: 'no', wait: 'wait' },
  ...{ ui: '"Ui", sans', read: 'Read' },
};

function drawSvg(drawn: Drawn, title = 'Matrix'): string {
  const matrix = buildMatrix(drawn);
  const model = buildModel(
    { ...matrix, claims: matrix.claims.map((claim) => ({ ...claim, statement: title })) },
    'Untitled',
  );
  const geometry = layOut(model, 'large', null);
  const pen = new SvgPen(theme, new TextFit((text) => text.length * 6));
  const view = { x: 0, y: 0, width: geometry.width, height: geometry.height };
  drawMatrix(pen, {
    ...{ model, geometry, theme, view, words: pictureWords(catalogs.en), focus: null, isFocused: false },
  });
  return pen.document(geometry.width, geometry.height, title, 'what it shows');
}

/** Shapes that are filled with a colour, or drawn in it. */
const countOf = (svg: string, look: string): number =>
  [...svg.matchAll(/<path d="([^"]*)"([^>]*)>/g)]
    .filter(([, , attributes]) => attributes?.includes(look))
    .reduce((sum, [, path]) => sum + (path?.match(/M/g)?.length ?? 0), 0);

describe('the drawing', () => {
  it('has a form of its own for each stance, beside its colour', () => {
    const svg = drawSvg({ rows: ['+#-*'] });
    expect(countOf(svg, 'fill="ink2"')).toBe(2);
    // The outlined boxes of what disputes and of both, and their strokes.
    expect(countOf(svg, 'stroke="no"')).toBe(2 + 3 + 1);
    expect(countOf(svg, 'stroke="accent"')).toBe(0);
  });

  it('marks what a balance stands or falls with, and draws what repeats smaller', () => {
    const svg = drawSvg({ rows: ['++'], flips: { 0: [0] }, repeats: [[0, 1]] });
    expect(countOf(svg, 'fill="accent"')).toBe(1);
    const [boxes = ''] = svg.match(/<path d="([^"]*)" fill="ink2"\/>/) ?? [];
    expect([...boxes.matchAll(/h(\d+)a/g)].map(([, across]) => Number(across))).toEqual([14, 6]);
  });

  it('names origins above the columns that repeat them', () => {
    expect(drawSvg({ rows: ['++'], origins: ['Nordet', 'Nordet'] })).toContain('>Nordet</text>');
  });

  it('is a document that holds together whatever a claim says', () => {
    const hostile = '</title><script>alert(1)</script> & "quotes" \u0000\uD800';
    const parsed = new DOMParser().parseFromString(drawSvg({ rows: ['+'] }, hostile), 'text/html');
    expect(parsed.querySelector('script')).toBeNull();
    expect(parsed.querySelector('svg > title')?.textContent).toContain(
      '<script>alert(1)</script> & "quotes"',
    );
    expect(drawSvg({ rows: ['+'] }, hostile)).not.toMatch(/[\u0000-\u0008\uD800-\uDFFF]/);
  });
});
