/** Templates of anyone's: what they write, what they cannot do, and where they say that they are wrong. */
import { describe, expect, it } from 'vitest';
import { DossierError } from '../../../src-main/common/contract/errors.ts';
import type { TemplateFormat } from '../../../src-main/common/contract/export-commands.ts';
import { describeError } from '../../../src-main/common/messages/errors.ts';
import { BUILT_IN } from '../../../src-main/core/export/templates/built-in.ts';
import { EXPORT_LIMITS, PREVIEW_LIMITS } from '../../../src-main/core/export/templates/limits.ts';
import { renderTemplate } from '../../../src-main/core/export/templates/liquid.ts';
import { renderByTemplate } from '../../../src-main/core/export/templates/render.ts';
import { EXPORT_WORDS } from '../../../src-main/core/export/words.ts';
import { toErrorValue } from '../../../src-main/common/messages/error-value.ts';
import type { ExportData } from '../../../src-main/core/export/model.ts';
import { exportClaim, exportData, exportEvidence, exportNote, exportSource } from './data.ts';

const templater = {
  render: async (question: Parameters<typeof renderTemplate>[0]) => renderTemplate(question),
  close: () => Promise.resolve(),
};
const HOSTILE = '</script><img src=x onerror=alert(1)>*x* [a](b) `c` {{ notebook }}';

async function render(format: TemplateFormat, body: string, data: ExportData = filled(), locale = 'en') {
  const words = EXPORT_WORDS[locale === 'fr' ? 'fr' : 'en'];
  const run = { format, body, data, words, limits: PREVIEW_LIMITS };
  return renderByTemplate(run, templater, new AbortController().signal);
}

function filled(title = 'The plant'): ExportData {
  const entry = exportSource({
    title,
    excerpts: [
      { exact: 'cost 412 million euros', note: 'Who says?', tags: ['cost'], page: '12' },
      { exact: 'the council says' },
    ],
  });
  const claims = [exportClaim({ evidence: [exportEvidence(entry, 0)] })];
  return exportData({ sources: [entry], claims, notes: [exportNote('To ask', 'Who was first?')] });
}

async function textOf(format: TemplateFormat, body: string, data?: ExportData, locale?: string) {
  return (await render(format, body, data, locale))[0]?.content ?? '';
}

async function faultOf(body: string, format: TemplateFormat = 'markdown') {
  const failure: unknown = await render(format, body).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof DossierError)) throw new Error(`no fault: ${String(failure)}`);
  for (const locale of ['en', 'fr'] as const) {
    expect(describeError(toErrorValue(failure), locale)).toMatch(/^[A-Z]/);
  }
  const { reason, name, line, column } = failure.details;
  return [failure.code, reason, name ?? null, line ?? null, column ?? null];
}

describe('a template', () => {
  it('that speaks of a source is a file for each; any other is one', async () => {
    const data = exportData({ sources: [exportSource({ id: 'a' }), exportSource({ id: 'b' })] });
    const each = await render('markdown', '{{ source.title }}', data);
    expect(each.map(({ path }) => path)).toEqual(['The plant.md', 'The plant 2.md']);
    const loop = await render('markdown', '{% for one in sources %}{{ one.key }} {% endfor %}', data);
    expect(loop.map(({ path }) => path)).toEqual(['Grand-Sel.md']);
    expect(loop[0]?.content).toBe('writer2025plant writer2025plant-2 ');
  });

  it('writes citations in the language of the export, with the page and the way to the passage', async () => {
    const body =
      '{% for h in source.highlights limit: 1 %}{{ h.citation | raw }} | {{ h.link | raw }}{% endfor %}';
    const link = 'https://example.org/plant#:~:text=cost%20412%20million%20euros';
    expect(await textOf('markdown', body)).toBe(
      `A. Writer, “The plant”, The Observer, 14 October 2025, p.\u00A012, https://example.org/plant (accessed 1 March 2026) | ${link}`,
    );
    expect(await textOf('markdown', body, undefined, 'fr')).toContain(
      'A. Writer, «\u00A0The plant\u00A0», The Observer, 14 octobre 2025, p.\u00A012',
    );
    expect(await textOf('markdown', body, undefined, 'fr')).toContain('(consulté le 1er mars 2026)');
  });

  it('writes what titles hold as text, in HTML and in Markdown', async () => {
    const html = await textOf(
      'html',
      '<p title="{{ source.title }}">{{ source.title }}</p>',
      filled(HOSTILE),
    );
    expect(html).not.toContain('<img');
    expect(html).not.toContain('</script>');
    expect(html).toContain('{{ notebook }}');
    const markdown = await textOf('markdown', '{{ source.title }}', filled(HOSTILE));
    expect(markdown).toContain('\\<img');
    expect(markdown).toContain('\\*x\\*');
    expect(markdown).toContain('\\[a]');
    const block = await textOf('html', '<script>{{ source.title | json }}</script>', filled(HOSTILE));
    expect(block.match(/<\/script>/g)).toHaveLength(1);
  });

  it('makes a page that runs and fetches nothing, whatever the template says', async () => {
    for (const body of ['<!DOCTYPE html><script>x()</script>', '<html><head><title>a</title>', 'no page']) {
      const page = await textOf('html', body);
      expect(page).toMatch(
        /^<!doctype html>\s*<meta charset="utf-8"><meta http-equiv="Content-Security-Policy"/i,
      );
    }
  });

  it('says which line is wrong, and how', async () => {
    expect(await faultOf('a\nb\n  {{ source.titel }}')).toEqual([
      'invalid',
      'variable',
      'source.titel',
      3,
      6,
    ]);
    expect(await faultOf('a\n{{ notebook | shout }}')).toEqual(['invalid', 'filter', 'shout', 2, 1]);
    expect(await faultOf('{% repeat %}')).toEqual(['invalid', 'tag', 'repeat', 1, 1]);
    expect(await faultOf('\n\n{% for s in sources %}')).toEqual([
      'invalid',
      'unclosed',
      '{% for s in sources %}',
      3,
      1,
    ]);
    expect((await faultOf('{{ notebook ')).slice(0, 2)).toEqual(['invalid', 'unclosed']);
    expect((await faultOf('x\n{% for in %}{% endfor %}')).slice(0, 4)).toEqual([
      'invalid',
      'syntax',
      null,
      2,
    ]);
  });

  it.each(['include', 'render', 'layout', 'block'])('has no way to another file: %s', async (tag) => {
    expect(await faultOf(`{% ${tag} '/etc/passwd' %}`)).toEqual(['invalid', 'tag', tag, 1, 1]);
  });

  it('reaches nothing but the data that it is given', async () => {
    for (const way of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      expect((await faultOf(`{{ sources.${way} }}`)).slice(0, 2)).toEqual(['invalid', 'variable']);
      expect((await faultOf(`{{ ${way} }}`)).slice(0, 2)).toEqual(['invalid', 'variable']);
    }
  });

  it.each([
    '{% for a in (1..1000000000) %}x{% endfor %}',
    '{% for a in (1..9000) %}{% for b in (1..9000) %}{% for c in (1..9000) %}{% endfor %}{% endfor %}{% endfor %}',
    `{% for a in (1..5000) %}{% for b in (1..5000) %}${'x'.repeat(1000)}{% endfor %}{% endfor %}`,
    '{% assign a = "xxxxxxxxxx" %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %}{{ a }}',
    '{% assign a = "x,x" %}{% for i in (1..60) %}{% assign a = a | replace: "x", "x,x" %}{% endfor %}',
  ])('that never ends or grows without end is stopped, with its line: %#', async (body) => {
    expect((await faultOf(`\n${body}`)).slice(0, 4)).toEqual(['invalid', 'limit', null, 2]);
  });

  it('that is too long is not read', async () => {
    const failure: unknown = await render('html', 'x'.repeat(EXPORT_LIMITS.parsed + 1)).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 'too-large', details: { what: 'template' } });
  });
});

describe('the templates of the app', () => {
  it.each(
    BUILT_IN.flatMap((each) => [
      { ...each, locale: 'en' },
      { ...each, locale: 'fr' },
    ]),
  )('write $name in $locale of anything', async ({ format, body, locale }) => {
    for (const data of [filled(), filled(HOSTILE), exportData()]) {
      for (const { content } of await render(format, body, data, locale)) {
        expect(content).not.toContain('undefined');
        expect(content).not.toContain('[object');
        if (format === 'html') expect(content).not.toContain('<img');
      }
    }
  });
});
