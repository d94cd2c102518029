import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Image, Node, Root } from '../../../src-main/common/document/tree.ts';
import { lighten } from '../../../src-main/core/capture/images/data-uri.ts';
import { parseCapture } from '../../../src-main/core/capture/parse.ts';
import type { CaptureInput } from '../../../src-main/core/ports.ts';
import { makeGif, makePng, toDataUri } from '../../support/images.ts';
import { docxOf, wordParagraph, zipOf } from './archives.ts';

const NOW = '2026-03-01T09:00:00.000Z';
const map = makePng({ width: 640, height: 400 });
const chart = makePng({ width: 320, height: 200, gray: 9 });
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

const PROSE = 'The plant stands on the coast, and its membranes were made in three towns at once. '.repeat(
  12,
);
const page = (inner: string) =>
  `<html lang="en"><head><title>Plant</title></head><body><article><h1>Plant</h1><p>${PROSE}</p>${inner}<p>${PROSE}</p></article></body></html>`;

function parse(html: string, rest: Partial<CaptureInput> = {}) {
  return parseCapture({ bytes: new TextEncoder().encode(html), fileName: 'page.html', now: NOW, ...rest });
}

function picturesIn(root: Root): Image[] {
  const found: Image[] = [];
  const queue: Node[] = [root];
  for (let node = queue.pop(); node; node = queue.pop()) {
    if (node.type === 'image') found.push(node);
    if ('children' in node) queue.push(...node.children.toReversed());
  }
  return found;
}

const codes = (article: { warnings: readonly { code: string }[] }) =>
  article.warnings.map(({ code }) => code).filter((code) => code.startsWith('images'));

describe('pictures of a page', () => {
  it('are taken from data: addresses, once each, with their size, description and caption', async () => {
    const figure = `<figure><img src="${toDataUri(map)}" alt="A map"><figcaption>The coast</figcaption></figure>`;
    const article = await parse(page(`${figure}<p><img alt="" src="${toDataUri(map)}"></p>`));
    const blob = hashOf(map);
    expect(picturesIn(article.tree)).toEqual([
      { type: 'image', alt: 'A map', blob, width: 640, height: 400 },
      { type: 'image', alt: '', blob, width: 640, height: 400 },
    ]);
    expect(article.images).toEqual([
      { sha256: blob, address: null, mediaType: 'image/png', bytes: Uint8Array.from(map) },
    ]);
    expect(article.text).toContain('The coast');
    expect(codes(article)).toEqual([]);
  });

  it('are told by their bytes, whatever the page calls them', async () => {
    const article = await parse(page(`<img alt="x" src="${toDataUri(map, 'image/jpeg')}">`));
    expect(article.images[0]?.mediaType).toBe('image/png');
  });

  it('may stand in a srcset, or where a page puts them until one scrolls', async () => {
    const set = `<img alt="" class="lazy" src="${toDataUri(makeGif(1, 1), 'image/gif')}" srcset="${toDataUri(map)} 800w, ${toDataUri(chart)} 400w">`;
    const lazy = `<img alt="" class="lazy" src="${toDataUri(chart)}" data-src="https://example.org/chart.png">`;
    const article = await parse(page(`${set}${lazy}`));
    expect(picturesIn(article.tree).map(({ blob }) => blob)).toEqual([hashOf(map), hashOf(chart)]);
  });

  it('may stand beside it in a picture element', async () => {
    const sources = [
      '<source media="(max-width: 600px)" srcset="https://x.test/small.jpg 1300w">',
      '<source type="image/jxl" srcset="https://x.test/new.jxl 1300w">',
      '<source type="image/webp" data-srcset="https://x.test/wide.webp 1400w, https://x.test/300.webp 300w">',
    ].join('');
    const stand = toDataUri(makePng({ width: 20, height: 12 }));
    const inner = `<picture>${sources}<img alt="" src="${stand}"></picture><picture><source srcset="beside.png 2x"><img alt="Two"></picture>`;
    const resources = new Map([['beside.png', chart]]);
    const article = await parse(page(inner), { url: 'https://x.test/', resources });
    expect(article.missingImages).toEqual(['https://x.test/wide.webp']);
    expect(picturesIn(article.tree).map(({ blob }) => blob)).toContain(hashOf(chart));
  });

  it('that only report a visit, or keep a distance, are left out without a word', async () => {
    const traces = [makeGif(1, 1), makeGif(2, 2), makeGif(600, 1)].map(
      (bytes) => `<img src="${toDataUri(bytes)}">`,
    );
    const hidden = `<img width="1" height="1" src="${toDataUri(map)}">`;
    const article = await parse(page(traces.join('') + hidden));
    expect(article.images).toEqual([]);
    expect(codes(article)).toEqual([]);
  });

  it('that would unpack to more than a screen can show are refused by their head', async () => {
    const bomb = makePng({ width: 50_000, height: 50_000, isBomb: true });
    const wide = makePng({ width: 30_000, height: 3, isBomb: true });
    const large = makePng({ width: 9_000, height: 9_000, isBomb: true });
    const article = await parse(
      page(
        `<img alt="Bomb" src="${toDataUri(bomb)}"><img src="${toDataUri(wide)}"><img src="${toDataUri(large)}">`,
      ),
    );
    expect(article.images).toEqual([]);
    expect(picturesIn(article.tree)).toEqual([{ type: 'image', alt: 'Bomb', blob: null }]);
    expect(codes(article)).toEqual(['images-left-out-3']);
  });

  it('that are too large, or none, are counted in one warning', async () => {
    const large = Buffer.concat([map, Buffer.alloc(10 * 1024 * 1024)]);
    const article = await parse(
      page(`<img src="${toDataUri(large)}"><img src="${toDataUri(Buffer.from('no'))}">`),
    );
    expect(codes(article)).toEqual(['images-left-out-2']);
  });

  it('on the web are named, and not looked for', async () => {
    const inner =
      '<img alt="Far" src="/far.png"><img src="//cdn.example.org/x.png"><img src="file:///etc/passwd">';
    const article = await parse(page(inner), { url: 'https://example.org/a/page' });
    expect(article.missingImages).toEqual(['https://example.org/far.png', 'https://cdn.example.org/x.png']);
    expect(codes(article)).toEqual([]);
  });

  it('on the web are wanted in the size that is read, before their stand-in', async () => {
    const stand = toDataUri(makePng({ width: 20, height: 12 }));
    const set = 'https://x.test/300.jpg 300w, https://x.test/1400.jpg 1400w, https://x.test/3000.jpg 3000w';
    const article = await parse(page(`<img src="${stand}" srcset="${set}">`), { url: 'https://x.test/' });
    expect(article.missingImages).toEqual(['https://x.test/1400.jpg']);
    const resources = new Map([['https://x.test/1400.jpg', map]]);
    const whole = await parse(page(`<img src="${stand}" srcset="${set}">`), {
      url: 'https://x.test/',
      resources,
    });
    expect(picturesIn(whole.tree)[0]?.blob).toBe(hashOf(map));
  });

  it('come from the files beside it', async () => {
    const inner = '<img alt="" src="./page_files/l%C3%A9gende.png">';
    const article = await parse(page(inner), { resources: new Map([['page_files/légende.png', map]]) });
    expect(picturesIn(article.tree)[0]?.blob).toBe(hashOf(map));
  });

  it('leave the text as it is, also one about data: addresses', async () => {
    const address = toDataUri(chart);
    const article = await parse(
      page(`<p>Write <code>&lt;img src="${address}"&gt;</code> for it.</p><img src="${toDataUri(map)}">`),
    );
    expect(article.text).toContain(`Write <img src="${address}"> for it.`);
  });

  it('of forty megabytes in one page are taken in seconds', async () => {
    const photos = Array.from({ length: 5 }, (_, index) =>
      Buffer.concat([makePng({ width: 640, height: 400, gray: index }), Buffer.alloc(6_000_000, index)]),
    );
    const start = performance.now();
    const article = await parse(page(photos.map((photo) => `<img src="${toDataUri(photo)}">`).join('')));
    expect(article.images).toHaveLength(5);
    expect(performance.now() - start).toBeLessThan(8000);
  });
});

describe('a page without its long addresses', () => {
  it('has short names in their place, and knows what stood there', () => {
    const address = toDataUri(chart);
    const { html, original, restore } = lighten(
      `<img src="${address}" data-src='${address}'> dossier-data0:0`,
    );
    expect(html.length).toBeLessThan(100);
    expect(html).toContain('dossier-data1:0');
    expect(original('dossier-data1:1')).toBe(address);
    expect(original('dossier-data0:0')).toBeNull();
    expect(original('dossier-data1:7')).toBeNull();
    expect(restore(html)).toBe(`<img src="${address}" data-src='${address}'> dossier-data0:0`);
  });

  it('is the same page where there is none', () => {
    const html = '<p>;base64,;base64,AAAA data:;base64,AA</p>';
    expect(lighten(html).html).toBe(html);
  });

  it('is made in a time that grows with its length only', () => {
    const start = performance.now();
    lighten('data:image/png'.repeat(200_000));
    lighten(';base64,'.repeat(300_000));
    lighten('data:;base64,'.repeat(200_000));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('pictures of other formats', () => {
  it('come with a saved archive, by their id and by where they came from', async () => {
    const part = (headers: string, body: string) => `--B\r\n${headers}\r\n\r\n${body}\r\n`;
    const html = page('<img alt="" src="cid:one@x"><img alt="" src="https://example.org/two.png">');
    const mhtml =
      'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="B"\r\n\r\n' +
      part('Content-Type: text/html', html) +
      part(
        'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <one@x>',
        map.toString('base64'),
      ) +
      part(
        'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/two.png',
        chart.toString('base64'),
      ) +
      '--B--\r\n';
    const article = await parse(mhtml, { fileName: 'a.mhtml' });
    expect(picturesIn(article.tree).map(({ blob }) => blob)).toEqual([hashOf(map), hashOf(chart)]);
    expect(article.missingImages).toEqual([]);
  });

  it('come with a book, by the way from the chapter', async () => {
    const book = zipOf({
      mimetype: 'application/epub+zip',
      'META-INF/container.xml':
        '<container><rootfiles><rootfile full-path="OPS/p.opf"/></rootfiles></container>',
      'OPS/p.opf': `<package><metadata><title>B</title></metadata><manifest>
        <item id="c" href="text/c.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="c"/></spine></package>`,
      'OPS/text/c.xhtml': `<html xmlns="http://www.w3.org/1999/xhtml"><body><p>${PROSE}</p><p><img alt="A map" src="../img/a%20map.png"/><img src="../../../../etc/x.png"/></p></body></html>`,
      'OPS/img/a map.png': map,
    });
    const article = await parseCapture({ bytes: book, fileName: 'b.epub', now: NOW });
    expect(picturesIn(article.tree)).toEqual([
      { type: 'image', alt: 'A map', blob: hashOf(map), width: 640, height: 400 },
    ]);
  });

  it('come with a Word document, with their description', async () => {
    const schemas = 'http://schemas.openxmlformats.org/drawingml/2006';
    const drawing = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="${schemas}/wordprocessingDrawing"><wp:docPr descr="A map"/>
      <a:graphic xmlns:a="${schemas}/main"><a:graphicData><pic:pic xmlns:pic="${schemas}/picture"><pic:blipFill><a:blip r:embed="i"/>
      </pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
    const bytes = docxOf({
      body: wordParagraph(PROSE) + drawing,
      relations:
        '<Relationship Id="i" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"/>',
      files: { 'word/media/image1.png': map, 'word/media/unused.png': chart },
    });
    const article = await parseCapture({ bytes, fileName: 'a.docx', now: NOW });
    expect(picturesIn(article.tree)).toEqual([
      { type: 'image', alt: 'A map', blob: hashOf(map), width: 640, height: 400 },
    ]);
    expect(article.images).toHaveLength(1);
  });

  it('come with Markdown in data: addresses', async () => {
    const article = await parse(
      `# A\n\n![map](${toDataUri(map)})\n\n![far][1]\n\n[1]: https://example.org/a.png\n`,
      {
        fileName: 'a.md',
      },
    );
    expect(picturesIn(article.tree).map(({ blob }) => blob)).toEqual([hashOf(map), null]);
    expect(article.missingImages).toEqual(['https://example.org/a.png']);
  });
});
