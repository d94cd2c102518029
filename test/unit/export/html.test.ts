import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import type { Root } from '../../../src-main/common/document/tree.ts';
import { renderHtml } from '../../../src-main/core/export/html/html.ts';
import type { ExportData } from '../../../src-main/core/export/model.ts';
import { EXPORT_WORDS } from '../../../src-main/core/export/words.ts';
import {
  exportClaim,
  exportData,
  exportEvidence,
  exportNote,
  exportSource,
  onlyText,
  paragraphs,
} from './data.ts';

function page(seed: Partial<ExportData>, locale: 'en' | 'fr' = 'en') {
  const content = onlyText(renderHtml(exportData(seed), EXPORT_WORDS[locale]));
  return { content, document: parseHTML(content).document };
}

const NASTY = `"><script>alert(1)</script><img src=x onerror=alert(1)>' &amp; \u0000`;

describe('the page', () => {
  const source = exportSource({
    title: NASTY,
    url: 'javascript:alert(1)',
    tags: [NASTY],
    excerpts: [{ note: NASTY, tags: [NASTY] }],
  });
  const claim = exportClaim({
    statement: NASTY,
    note: NASTY,
    evidence: [{ ...exportEvidence(source, 0), note: NASTY, origin: NASTY }],
  });

  it('carries a policy that allows its own style and nothing else', () => {
    const policy = page({}).document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'",
    );
  });

  it('holds no script, no handler, no picture and no reference to another file, whatever the notebook holds', () => {
    const { document, content } = page({
      sources: [source],
      claims: [claim],
      notes: [exportNote(NASTY, NASTY)],
      notebook: NASTY,
    });
    expect(document.querySelectorAll('script, img, link, iframe, object, base, form').length).toBe(0);
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on/i);
        if (name === 'href') expect(value).toMatch(/^(?:#|https?:|mailto:)/);
      }
    }
    expect(content).not.toContain('\u0000');
    expect(content).not.toMatch(/url\(|@import/);
  });

  it('gives no id twice and leads every link inside it to something', () => {
    const one = exportSource({ id: 'a', excerpts: [{ exact: 'cost', note: 'n' }] });
    const two = exportSource({ id: 'b', excerpts: [{ exact: 'council', tags: ['t'] }] });
    const { document } = page({
      sources: [one, two],
      claims: [exportClaim({ evidence: [exportEvidence(one, 0), exportEvidence(two, 0)] })],
    });
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const link of document.querySelectorAll('a[href^="#"]')) {
      expect(ids).toContain(link.getAttribute('href')?.slice(1));
    }
  });

  it('is in the language asked for, and marks the language of each article', () => {
    const { document } = page({ sources: [exportSource()] }, 'fr');
    expect(document.documentElement.getAttribute('lang')).toBe('fr');
    expect(document.querySelector('.source .text')?.getAttribute('lang')).toBe('en');
    expect(document.querySelector('nav')?.textContent).toContain('Sommaire');
  });

  it('has an article read in its own direction', () => {
    const hebrew = exportSource({ id: 'source-2', tree: paragraphs('412', 'מתקן ההתפלה בחוף יעלה 412') });
    const { document } = page({ sources: [exportSource(), hebrew] });
    const directions = [...document.querySelectorAll('.source .text')].map((text) =>
      text.getAttribute('dir'),
    );
    expect(directions).toEqual([null, 'rtl']);
  });
});

describe('highlights in place', () => {
  it('mark exactly their words, and overlapping ones stay separate', () => {
    const tree = paragraphs('one two three four');
    const entry = exportSource({
      tree,
      excerpts: [
        { exact: 'one two three', color: 'yellow' },
        { exact: 'two', color: 'pink' },
        { exact: 'three four', color: 'blue' },
      ],
    });
    const { document } = page({ sources: [entry] });
    const textOf = (id: string): string =>
      [...document.querySelectorAll(`[data-excerpt="${id}"]`)].map((mark) => mark.textContent).join('');
    expect(entry.excerpts.map(({ id }) => textOf(id))).toEqual(['one two three', 'two', 'three four']);
    expect(document.querySelector('.text')?.textContent.trim()).toBe('one two three four');
  });

  it('go on through marked words and into the next block, offsets right in each', () => {
    const tree: Root = {
      type: 'root',
      children: [
        { type: 'heading', depth: 1, children: [{ type: 'text', value: 'Head' }] },
        {
          type: 'paragraph',
          children: [
            { type: 'text', value: 'a ' },
            { type: 'strong', children: [{ type: 'text', value: 'bold' }] },
            { type: 'text', value: ' end' },
          ],
        },
        {
          type: 'list',
          ordered: false,
          start: null,
          children: [
            {
              type: 'listItem',
              children: [{ type: 'paragraph', children: [{ type: 'text', value: 'item one' }] }],
            },
            {
              type: 'listItem',
              children: [{ type: 'paragraph', children: [{ type: 'text', value: 'item two' }] }],
            },
          ],
        },
      ],
    };
    const entry = exportSource({ tree, excerpts: [{ exact: 'bold end\n\nitem one\nitem', note: 'n' }] });
    const { document } = page({ sources: [entry] });
    const marks = [...document.querySelectorAll('.text mark')].map((mark) => mark.textContent);
    expect(marks).toEqual(['bold', ' end', 'item one', 'item']);
    expect(document.querySelector('.text h3')?.textContent).toBe('Head');
    expect(document.querySelectorAll('.text sup.ref').length).toBe(1);
  });

  it('have their note in the margin before the block they begin in, and only where there is one', () => {
    const entry = exportSource({
      tree: paragraphs('first block', 'second block'),
      excerpts: [{ exact: 'first' }, { exact: 'second', note: 'mine', color: 'green' }],
    });
    const { document } = page({ sources: [entry], colorNames: { green: 'Says' } });
    const notes = [...document.querySelectorAll('.margin .note')];
    expect(notes.length).toBe(1);
    expect(notes[0]?.textContent).toContain('Says');
    expect(notes[0]?.textContent).toContain('mine');
    expect(notes[0]?.closest('aside')?.nextElementSibling?.textContent).toMatch(/^second/);
  });

  it('of an earlier version are listed, not lost', () => {
    const [excerpt] = exportSource({ id: 'old', excerpts: [{ exact: 'will cost' }] }).excerpts;
    const entry = exportSource({ excerpts: [{ ...excerpt, exact: 'gone words', start: 3 }] });
    const { document } = page({ sources: [entry] });
    expect(document.querySelector('.earlier')?.textContent).toContain('gone words');
    expect(document.querySelector('.text mark')).toBeNull();
  });
});

describe('claims in the page', () => {
  it('show the verdict as mark and word, its history in order, and the passages by stance', () => {
    const entry = exportSource({
      excerpts: [{ exact: '412 million', prefix: 'lant will cost ', suffix: ' euros, the coun' }],
    });
    const claim = exportClaim({
      evidence: [exportEvidence(entry, 0, 'disputes')],
      history: [
        { at: '2026-03-01T10:00:00.000Z', status: 'verified', reason: 'Early.' },
        { at: '2026-03-03T10:00:00.000Z', status: 'disputed', reason: 'Later.' },
      ],
    });
    const { document } = page({ sources: [entry], claims: [claim] });
    expect(document.querySelector('.claim .verdict')?.textContent).toBe('≠ Disputed');
    expect([...document.querySelectorAll('.history p')].map((p) => p.textContent)).toEqual([
      'Early.',
      'Later.',
    ]);
    expect(document.querySelector('.evidence h4')?.textContent).toBe('Disputes');
    expect(document.querySelector('.card blockquote')?.textContent).toBe(
      '… will cost 412 million euros, the …',
    );
  });
});
