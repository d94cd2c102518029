/** A notebook too large for one printing: printed in parts, by a printer that makes PDFs as a browser's are, and joined. */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { DossierError } from '../../../src-main/common/contract/errors.ts';
import type { ExportSource } from '../../../src-main/core/export/model.ts';
import { splitPage } from '../../../src-main/core/export/pdf/parts.ts';
import { renderPdf } from '../../../src-main/core/export/pdf/pdf.ts';
import { EXPORT_WORDS } from '../../../src-main/core/export/words.ts';
import { exportClaim, exportData, exportEvidence, exportSource, onlyBytes, paragraphs } from './data.ts';

const words = EXPORT_WORDS.en;
const LONG = 'The plant will cost 412 million euros, the council says. '.repeat(8000);

const long = (at: number): ExportSource =>
  exportSource({
    id: `s${at}`,
    title: `Article ${at}`,
    tree: paragraphs('Begun.', LONG),
    excerpts: [{ exact: 'Begun.', note: 'n' }],
  });

const SOURCES = Array.from({ length: 11 }, (_, at) => long(at));
const LARGE = exportData({
  sources: SOURCES,
  claims: [exportClaim({ evidence: [exportEvidence(SOURCES[9] ?? long(9), 0)] })],
});

/** Two pages, and the places that the page links to and has: as Chromium writes them. */
async function printed(html: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const pages = [pdf.addPage([595, 842]), pdf.addPage([595, 842])];
  const places = PDFDict.withContext(pdf.context);
  const hidden = /<div hidden>(.*)<\/div>/.exec(html)?.[1] ?? '';
  for (const [, id = ''] of hidden.matchAll(/<a href="#([^"]*)">/g)) {
    const place = PDFArray.withContext(pdf.context);
    place.push(pages[1]?.ref ?? PDFName.of('none'));
    for (const part of [PDFName.of('XYZ'), PDFNumber.of(0), PDFNumber.of(700), PDFNumber.of(0)])
      place.push(part);
    places.set(PDFName.of(id), place);
  }
  pdf.catalog.set(PDFName.of('Dests'), pdf.context.register(places));
  return pdf.save({ useObjectStreams: false });
}

describe('a page that is too large for one printing', () => {
  it('is parted between sources, and whole where it is small', () => {
    expect([...splitPage(exportData({ sources: [long(1)] }), words)]).toHaveLength(1);
    const parts = [...splitPage(LARGE, words)];
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.flat()).toHaveLength(SOURCES.length + 1);
    for (const part of parts) expect(part.join('').length).toBeLessThan(3_000_000);
  });

  it('is one document, with every place that something links to, and an outline', async () => {
    const pages: string[] = [];
    const files = await renderPdf(LARGE, words, {
      print(html, options) {
        expect(options?.isPart).toBe(true);
        pages.push(html);
        return printed(html);
      },
    });
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.map((html) => /counter-reset: page (\d+)/.exec(html)?.[1])).toEqual(
      pages.map((_, at) => (at === 0 ? undefined : String(at * 2))),
    );
    // What lies in another part has a name here, without which a browser drops the link.
    expect(pages[0]).toContain('<i id="s-s9"></i>');
    expect(pages.at(-1)).toContain('<a href="#s-s9"></a>');
    const pdf = await PDFDocument.load(await onlyBytes(files));
    expect(pdf.getPageCount()).toBe(pages.length * 2);
    expect(pdf.getTitle()).toBe('Grand-Sel');
    const places = pdf.catalog.lookup(PDFName.of('Dests'), PDFDict);
    for (const { source } of SOURCES) {
      const at = pages.findIndex(
        (html) => html.includes(`id="s-${source.id}"`) && html.includes(source.title + '</h2>'),
      );
      const place = places.lookup(PDFName.of(`s-${source.id}`), PDFArray);
      expect(place.get(0)).toBe(pdf.getPage(at * 2 + 1).ref);
    }
    expect(outlineOf(pdf)).toEqual([
      ['Claims', 1, 1],
      ['Sources', 11, 11],
    ]);
  });

  it('stops at the part where nobody wants it any more', async () => {
    let count = 0;
    const print = (html: string): Promise<Uint8Array> => {
      count += 1;
      return count === 2 ? Promise.reject(new DossierError('cancelled')) : printed(html);
    };
    await expect(renderPdf(LARGE, words, { print })).rejects.toMatchObject({ code: 'cancelled' });
    expect(count).toBe(2);
  });
});

/** Each group with how many entries it has, and how many of them lead somewhere. */
function outlineOf(pdf: PDFDocument): (readonly [string, number, number])[] {
  const groups = listOf(pdf.catalog.lookup(PDFName.of('Outlines'), PDFDict));
  return groups.map((group) => {
    const entries = listOf(group);
    const leading = entries.filter((entry) => entry.has(PDFName.of('Dest')));
    return [titleOf(group), entries.length, leading.length] as const;
  });
}

function listOf(parent: PDFDict): PDFDict[] {
  const items: PDFDict[] = [];
  for (
    let item = parent.lookupMaybe(PDFName.of('First'), PDFDict);
    item;
    item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
  )
    items.push(item);
  return items;
}

function titleOf(item: PDFDict): string {
  const title = item.lookup(PDFName.of('Title'));
  return title && 'decodeText' in title ? (title as { decodeText(): string }).decodeText() : '';
}
