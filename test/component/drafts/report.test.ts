import { describe, expect, it } from 'vitest';
import { REPORTS, type ReportFormat } from '../../../src-renderer/features/drafts/report.ts';
import { catalogs } from '../../../src-renderer/messages/index.ts';
import { countVerdicts, toFindings } from '../../../src-renderer/state/draft-findings.ts';
import { CHECKED, DRAFT, quotation } from './support/checked.ts';

function write(format: ReportFormat, checked = CHECKED, locale: 'en' | 'fr' = 'en'): string {
  const findings = toFindings(checked);
  return REPORTS[format].write({
    ...{ text: checked.text, findings, counts: countVerdicts(findings), name: 'draft.md' },
    ...{ t: catalogs[locale].drafts, locale, notebook: 'Tides', at: '2026-05-01T10:00:00.000Z' },
  });
}

const hostile = {
  ...CHECKED,
  text: '“=cmd() <script>alert(1)</script> [x](javascript:y)” said he',
  quotations: [
    quotation(
      '=cmd() <script>alert(1)</script> [x](javascript:y)',
      { verdict: 'not found', sourceId: null, place: null },
      '“=cmd() <script>alert(1)</script> [x](javascript:y)” said he',
    ),
  ],
  figures: [],
};

describe('the report', () => {
  it('as a table has the columns of the command line', () => {
    const at = DRAFT.indexOf('the sea');
    expect(write('csv').split('\r\n').slice(0, 2)).toEqual([
      '\ufefftext,start,end,verdict,sourceId,differs',
      `the sea is high here today,${at},${at + 26},altered,s1,high → low`,
    ]);
  });

  it('as a page needs nothing else and names every verdict', () => {
    const page = write('html', CHECKED, 'fr');
    expect(page).not.toMatch(/<script|https?:|@import|url\(/);
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('Altérée');
    expect(page).toContain('<del>high</del><ins>low</ins>');
  });

  it('as Markdown shows what differs and where it stands', () => {
    const text = write('markdown');
    expect(text).toContain('~~high~~ **low**');
    expect(text).toContain('Source: **The tide**, Jane Roe, The Harbour');
  });

  it('takes nothing of a draft for its own language', () => {
    expect(write('html', hostile)).not.toContain('<script>');
    expect(write('markdown', hostile)).not.toMatch(/<script>|\[x\]\(/);
    expect(write('csv', hostile)).toContain("'=cmd()");
  });
});
