import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src-main/common/document/html.ts';
import { bookOf, chapterOf, withDirectory, type BookSeed } from './archives.ts';
import { capture, captureError } from './capture.ts';

const book = (seed: BookSeed) => capture(bookOf(seed));

describe('capture of EPUB', () => {
  it('takes the chapters in the order of the spine, with their headings, as one source', async () => {
    const article = await book({
      chapters: {
        'two.xhtml': chapterOf('<h1>First in the spine</h1><p>One.</p>'),
        'text/one.xhtml': chapterOf('<h1>Second</h1><p>Two.</p>'),
      },
    });
    expect(article).toMatchObject({
      kind: 'epub',
      mediaType: 'application/epub+zip',
      charset: '',
      title: 'A book',
      language: 'en',
      text: 'First in the spine\n\nOne.\n\nSecond\n\nTwo.',
      extractor: 'epub 1',
      warnings: [],
    });
    expect(renderHtml(article.tree)).toContain('<h1>Second</h1>');
  });

  it('takes title, authors, publisher, address and date from the package', async () => {
    const metadata = `<dc:identifier>urn:isbn:1</dc:identifier><dc:identifier>https://example.org/b?utm_source=x</dc:identifier>
      <dc:title id="s">Under</dc:title><dc:title id="t"> The \n title </dc:title>
      <meta refines="#t" property="title-type">main</meta>
      <dc:creator id="a">Ann Writer</dc:creator><meta refines="#a" property="role">aut</meta>
      <dc:creator xmlns:opf="x" opf:role="aut">Bo &amp; Co</dc:creator><dc:creator>Ed Itor</dc:creator>
      <dc:publisher>House</dc:publisher><dc:date>2021-05-06</dc:date><dc:language>fr-CA</dc:language>`;
    expect(await book({ metadata, chapters: { 'a.xhtml': chapterOf('Un texte.') } })).toMatchObject({
      title: 'The title',
      byline: 'Ann Writer, Bo & Co',
      site: 'House',
      url: 'https://example.org/b',
      publishedAt: '2021-05-06',
      language: 'fr',
    });
  });

  it('finds notes in other files, and keeps apart what has the same id in two chapters', async () => {
    const note = (file: string, id: string) =>
      `<p>Text<a epub:type="noteref" href="${file}#${id}"><sup>1</sup></a>.</p>`;
    const html = renderHtml(
      (
        await book({
          chapters: {
            'a.xhtml': chapterOf(`${note('notes/n.xhtml', 'n1')}`),
            'b.xhtml': chapterOf(`${note('', 'n1')}<aside id="n1"><p>Of the second.</p></aside>`),
            'notes/n.xhtml': chapterOf('<aside id="n1"><p>Of the first.</p></aside>'),
          },
        })
      ).tree,
    );
    expect(html.match(/role="doc-noteref"|class="footnote-ref"|<sup/g)?.length).toBe(2);
    expect(html).toContain('Of the first.');
    expect(html).toContain('Of the second.');
  });

  it('leaves out tables of contents, covers without text and printed page numbers', async () => {
    const { text } = await book({
      navigation: ['nav.xhtml'],
      chapters: {
        'cover.xhtml': chapterOf('<img src="cover.jpg" alt=""/>'),
        'nav.xhtml': chapterOf('<h1>Contents</h1><nav><ol><li><a href="a.xhtml">One</a></li></ol></nav>'),
        'a.xhtml': chapterOf('<p>It went <span epub:type="pagebreak" role="doc-pagebreak">169</span>on.</p>'),
      },
    });
    expect(text).toBe('It went on.');
  });

  it('reads what only XHTML may say', async () => {
    const head = '<title/><script src="x"/><style/>';
    const body = '<p><a id="x"/>One<br/>two <![CDATA[a < b & c]]>&#160;&amp; more</p><p/><p>End</p>';
    const doctype = '<!DOCTYPE html [ <!ENTITY lol "lol"> ]>';
    const chapter = chapterOf(body, head).replace('<!DOCTYPE html>', doctype);
    const { text } = await book({ chapters: { 'a.xhtml': chapter } });
    expect(text).toBe('One\ntwo a < b & c\u00a0& more\n\nEnd');
  });

  it('reads chapters in their own encodings, and names with spaces and accents', async () => {
    const latin = Buffer.from(chapterOf('<p>été</p>').replace('utf-8', 'iso-8859-1'), 'latin1');
    const files = { 'OPS/un été.xhtml': latin };
    expect((await book({ chapters: { 'un%20%C3%A9t%C3%A9.xhtml': null }, files })).text).toBe('été');
  });

  it('takes what is there where chapters are missing, and says so', async () => {
    const article = await book({ chapters: { 'a.xhtml': chapterOf('Here.'), 'b.xhtml': null } });
    expect(article.text).toBe('Here.');
    expect(article.warnings.map(({ code }) => code)).toEqual(['chapters-missing']);
  });

  it('is told by what it holds, whatever its name', async () => {
    const bytes = bookOf({ chapters: { 'a.xhtml': chapterOf('Text.') } });
    expect((await capture(bytes, { fileName: 'a.html' })).kind).toBe('epub');
  });

  it('survives 10,000 levels of nesting and entities that name each other', async () => {
    const deep = chapterOf(`${'<div>'.repeat(10_000)}deep`);
    expect((await book({ chapters: { 'a.xhtml': deep } })).text).toBe('deep');
    const lol = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`;
    const metadata = `${lol}<dc:title>&b;</dc:title>`;
    expect((await book({ metadata, chapters: { 'a.xhtml': chapterOf('Text.') } })).title).toBe('&b;');
  });
});

describe('an EPUB that would take minutes', () => {
  it.each([
    ['tags that never end', '<a "'.repeat(70_000)],
    ['declarations that never end', '<!DOCTYPE ['.repeat(90_000)],
    ['comments that never end', '<!--'.repeat(90_000)],
    ['sections that never end', '<![CDATA['.repeat(90_000)],
  ])('by %s is read at once', { timeout: 5000 }, async (_, noise) => {
    const chapters = { 'a.xhtml': `Text ${noise}`, 'b.xhtml': `${noise} text` };
    expect((await book({ chapters })).text).toContain('Text');
  });

  it('by a package of a million elements within each other is refused', { timeout: 5000 }, async () => {
    const metadata = Array.from({ length: 200_000 }, (_, at) => `<x${at}>`).join('');
    const bytes = bookOf({ metadata, chapters: { 'a.xhtml': chapterOf('Text.') } });
    expect((await captureError(bytes)).details).toMatchObject({ reason: 'broken-epub' });
  });
});

describe('an EPUB that cannot be read', () => {
  const whole = bookOf({ chapters: { 'a.xhtml': chapterOf('Text.') } });
  const encryption = (algorithm: string) => ({
    'META-INF/encryption.xml': `<encryption><enc:EncryptedData xmlns:enc="x"><enc:EncryptionMethod Algorithm="${algorithm}"/></enc:EncryptedData></encryption>`,
  });
  const chapters = { 'a.xhtml': chapterOf('Text.') };

  it.each([
    ['cut short', whole.slice(0, -50), 'broken-zip'],
    ['no ZIP at all', new TextEncoder().encode('Not a book'), 'broken-zip'],
    ['without a spine', bookOf({ chapters: {} }), 'broken-epub'],
    ['without any of its chapters', bookOf({ chapters: { 'a.xhtml': null } }), 'broken-epub'],
    ['whose chapters lead out of it', bookOf({ chapters: { 'https://example.org/': null } }), 'no-text'],
    ['of pictures', bookOf({ chapters: { 'a.xhtml': chapterOf('<img src="x"/>') } }), 'no-text'],
    [
      'protected against copying',
      bookOf({ chapters, files: encryption('http://www.w3.org/2001/04/xmlenc#aes256-cbc') }),
      'drm',
    ],
    [
      'protected by a password',
      withDirectory(whole, (view, at) => {
        view.setUint16(at + 8, 1, true);
      }),
      'encrypted',
    ],
  ])('%s is refused with the reason', async (_, bytes, reason) => {
    expect(await captureError(bytes, { fileName: 'a.epub' })).toMatchObject({
      code: 'unreadable',
      details: { reason, fileName: 'a.epub' },
    });
  });

  it('but one whose fonts alone are obfuscated is read', async () => {
    const files = encryption('http://www.idpf.org/2008/embedding');
    expect((await book({ chapters, files })).text).toBe('Text.');
  });

  it('because a chapter is a bomb is refused', async () => {
    const bomb = bookOf({ chapters: { 'a.xhtml': ' '.repeat(10_000_000) } });
    expect(await captureError(bomb)).toMatchObject({ code: 'too-large', details: { reason: 'ratio' } });
  });
});

it('refuses a book whose chapters have more elements together than can be made of them', async () => {
  const chapter = chapterOf('<p>a</p>'.repeat(60_000));
  const bytes = bookOf({ chapters: { 'one.xhtml': chapter, 'two.xhtml': chapter, 'three.xhtml': chapter } });
  expect(await captureError(bytes)).toMatchObject({
    code: 'too-large',
    details: { what: 'elements', limit: 150_000 },
  });
});
