/** Exports of what a hostile author wrote: titles, languages, notes and templates that try to be more than text. */
import { describe, expect, it } from 'vitest';
import { renderBibtex } from '../../../src-main/core/export/bibliography/bibtex.ts';
import { withPolicy } from '../../../src-main/core/export/templates/page-policy.ts';
import { EXPORT_LIMITS } from '../../../src-main/core/export/templates/limits.ts';
import { renderTemplate } from '../../../src-main/core/export/templates/liquid.ts';
import { DossierError } from '../../../src-main/common/contract/errors.ts';
import { citekeys } from '../../../src-main/common/language/citekeys.ts';
import { safeNames } from '../../../src-main/core/export/file-names.ts';
import { renderObsidian } from '../../../src-main/core/export/obsidian/obsidian.ts';
import { EXPORT_WORDS } from '../../../src-main/core/export/words.ts';
import type { ExportData } from '../../../src-main/core/export/model.ts';
import { exportClaim, exportData, exportEvidence, exportSource } from './data.ts';

const MEGABYTE = 'x'.repeat(1 << 20);

/** How deep braces are at each sign, as BibTeX counts them: a backslash before one changes nothing. */
function depths(bib: string): number[] {
  let depth = 0;
  return Array.from(bib, (sign) => (depth += sign === '{' ? 1 : sign === '}' ? -1 : 0));
}

function bibtexOf(change: Partial<ExportData['sources'][number]['source']>): string {
  const entry = exportSource();
  const [file] = renderBibtex(
    exportData({ sources: [{ ...entry, source: { ...entry.source, ...change } }] }),
  );
  return String(file && 'content' in file ? file.content : '');
}

describe('BibTeX', () => {
  it.each(['title', 'site', 'byline', 'description'] as const)('counts no brace of a %s', (field) => {
    const bib = bibtexOf({ [field]: 'x} }, @book{evil, title = {y' });
    expect(depths(bib).filter((depth) => depth === 0)).toHaveLength(bib.indexOf('{') + 2);
    expect(depths(bibtexOf({ [field]: 'only } one' })).at(-1)).toBe(0);
  });

  it.each(['en}, note = {evil', 'constructor', '__proto__', 'x\\y'])('takes no language %s', (language) => {
    const bib = bibtexOf({ language });
    expect(bib).not.toContain('evil');
    expect(bib).not.toContain('langid');
  });
});

describe('a page by a template', () => {
  it('leads nowhere by itself', () => {
    const page = withPolicy(
      '<!doctype html><META HTTP-EQUIV="refresh" content="0;url=https://evil.example"><p title="http-equiv">http-equiv</p>',
    ).split('<!doctype html>\n')[1];
    expect(page?.match(/http-equiv/gi)).toHaveLength(1);
    expect(page).toContain('<p title="http&#45;equiv">http&#45;equiv</p>');
  });

  it('asks for no address of a server beforehand', () => {
    expect(withPolicy('<LINK/rel=preconnect href=//evil><link\nrel=dns-prefetch>')).not.toMatch(/<link/i);
  });
});

describe('a template that fills the memory in one piece, which would end the process', () => {
  const limits = { ...EXPORT_LIMITS, allocated: 100_000, output: 50_000 };
  /** More than a text may hold: whoever makes one of it first is told so otherwise. */
  const list = Array.from({ length: 600 }, () => MEGABYTE);
  const data = { sources: [], locale: 'en', list, deep: { a: list } };
  const faultOf = (body: string): unknown => {
    try {
      return renderTemplate({ format: 'html', body, data, limits });
    } catch (error) {
      return error instanceof DossierError ? error.details['reason'] : error;
    }
  };
  const DOUBLED = '{% assign b = "12345678" %}' + '{% capture b %}{{ b }}{{ b }}{% endcapture %}'.repeat(14);

  it.each([
    ['a captured text that doubles', DOUBLED],
    ['a list as one text', '{{ list }}'],
    ['a list that the library makes a text of', '{% assign t = list | upcase %}'],
    ['all of a thing as JSON', '{{ deep | json }}'],
    ['a range', '{% for i in (1..100001) %}{% endfor %}'],
  ])('is stopped before: %s', (_what, body) => {
    expect(faultOf(body)).toBe('limit');
  });

  it('has no limits that its heap does not hold', () => {
    expect(EXPORT_LIMITS.allocated * 8 * 2.5).toBeLessThan(1024 * 1024 * 1024);
  });

  it('is stopped by nothing where it is small', () => {
    const body =
      '{% capture b %}a{% endcapture %}{{ b }}{{ "x,y" | split: "," | reverse | join: "-" }}{{ sources | size }}';
    expect(faultOf(body)).toMatchObject([{ content: 'ay-x0' }]);
  });
});

describe('thousands of one title', () => {
  it('have their names and keys without trying all numbers for each', () => {
    const titles = Array.from({ length: 30_000 }, () => 'One title');
    const names = safeNames(titles, 'Untitled');
    expect(names.at(-1)).toBe('One title 30000');
    expect(new Set(names).size).toBe(titles.length);
    const details = { title: 'One title', byline: null, site: 'Site', publishedAt: null, addedAt: 1 };
    const keys = citekeys(
      titles.map((_title, at) => ({ ...details, id: `s${String(at).padStart(5, '0')}` })),
    );
    expect(keys.get('s29999')).toBe('siteone-30000');
  });
});

describe('a vault', () => {
  it('runs no query that a title holds', () => {
    const entry = exportSource({ title: '`$= evil` %%hide', tags: ['`=x`'], excerpts: [{ tags: ['`=x`'] }] });
    const claim = exportClaim({ evidence: [exportEvidence(entry, 0)], statement: 'a `= evil` %% b' });
    const files = renderObsidian(exportData({ sources: [entry], claims: [claim] }), EXPORT_WORDS.en);
    for (const file of files) {
      const links = 'content' in file ? (String(file.content).match(/!?\[\[.*?\]\]/g) ?? []) : [];
      for (const link of [file.path, ...links]) expect(link).not.toMatch(/`|%%/);
    }
  });
});
