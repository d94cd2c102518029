import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src-main/common/document/html.ts';
import { docxOf, withDirectory, wordParagraph as p, type DocumentSeed } from './archives.ts';
import { capture, captureError } from './capture.ts';

const take = (seed: DocumentSeed) => capture(docxOf(seed));
const styles = { T: 'Title', H: 'heading 1', Q: 'Quote' };

describe('capture of Word documents', () => {
  it('takes details from the properties', async () => {
    const core = `<dc:title>The report</dc:title><dc:creator>Ann Writer</dc:creator><dc:language>en-GB</dc:language>
      <dcterms:created>2020-01-01T00:00:00Z</dcterms:created><dcterms:modified>2021-05-06T07:08:09Z</dcterms:modified>`;
    expect(await take({ core, body: p('Text.') })).toMatchObject({
      kind: 'docx',
      charset: '',
      title: 'The report',
      byline: 'Ann Writer',
      language: 'en',
      publishedAt: '2021-05-06T07:08:09.000Z',
      text: 'Text.',
      extractor: 'mammoth 1.13.0',
      warnings: [],
    });
  });

  it('makes headings, quotations and a title of styles', async () => {
    const body = p('Name of it', 'T') + p('Part', 'H') + p('Said', 'Q') + p('Text');
    const article = await take({ styles, body });
    expect(article.title).toBe('Name of it');
    expect(renderHtml(article.tree)).toMatch(
      /<h1>Name of it<\/h1>\s*<h1>Part<\/h1>\s*<blockquote>\s*<p>Said<\/p>\s*<\/blockquote>\s*<p>Text<\/p>/,
    );
  });

  it('keeps tables, links and footnotes', async () => {
    const cell = (text: string) => `<w:tc>${p(text)}</w:tc>`;
    const body = `<w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr><w:tr>${cell('c')}${cell('d')}</w:tr></w:tbl>
      <w:p><w:hyperlink r:id="l"><w:r><w:t>there</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const relations =
      '<Relationship Id="l" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/x" TargetMode="External"/>';
    const footnotes = `<w:footnote w:id="2">${p('The note.')}</w:footnote>`;
    const { tree } = await take({ body, relations, footnotes });
    const html = renderHtml(tree);
    expect(html).toContain('<td>c</td><td>d</td>');
    expect(html).toContain('href="https://example.org/x"');
    expect(JSON.stringify(tree)).toContain('"footnoteReference"');
    expect(JSON.stringify(tree)).toContain('"footnoteDefinition"');
    expect(html).not.toContain('↑');
  });

  it('is told by what it holds, whatever its name, and carries no address that runs', async () => {
    const relations =
      '<Relationship Id="l" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="javascript:alert(1)" TargetMode="External"/>';
    const body = '<w:p><w:hyperlink r:id="l"><w:r><w:t>click</w:t></w:r></w:hyperlink></w:p>';
    const article = await capture(docxOf({ body, relations }), { fileName: 'a.txt' });
    expect(article.kind).toBe('docx');
    expect(JSON.stringify(article.tree)).not.toContain('javascript');
  });

  it('never unpacks macros, pictures and what is embedded', async () => {
    const files = {
      'word/vbaProject.bin': new Uint8Array(10_000_000),
      'word/media/a.png': new Uint8Array(10_000_000),
    };
    expect((await take({ body: p('Text.'), files })).text).toBe('Text.');
  });
});

describe('a Word document that cannot be read', () => {
  const whole = docxOf({ body: p('Text.') });
  const envelope = Buffer.concat([
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]),
    Buffer.alloc(2000),
    Buffer.from('EncryptedPackage', 'utf16le'),
  ]);

  it.each([
    ['cut short', whole.slice(0, -60), 'broken-zip'],
    ['that is text', Buffer.from('Just words'), 'broken-zip'],
    ['with a password', envelope, 'encrypted'],
    ['whose text is no XML', docxOf({ body: '', files: { 'word/document.xml': 'words' } }), 'broken-docx'],
    ['without text', docxOf({ body: '' }), 'no-text'],
    [
      'encrypted as a ZIP',
      withDirectory(whole, (view, at) => {
        view.setUint16(at + 8, 1, true);
      }),
      'encrypted',
    ],
  ])('%s is refused with the reason', async (_, bytes, reason) => {
    expect(await captureError(bytes, { fileName: 'a.docx' })).toMatchObject({
      code: 'unreadable',
      details: { reason, fileName: 'a.docx' },
    });
  });

  it('because its text is a bomb is refused before anything else reads it', async () => {
    const bomb = docxOf({ body: `${p('x')}${' '.repeat(20_000_000)}` });
    expect(await captureError(bomb)).toMatchObject({ code: 'too-large', details: { reason: 'ratio' } });
  });

  it('because it is nested 10,000 levels deep is taken, or refused with a reason', async () => {
    const deep = `${'<w:sdt><w:sdtContent>'.repeat(10_000)}${p('deep')}${'</w:sdtContent></w:sdt>'.repeat(10_000)}`;
    const noise = Array.from({ length: 20_000 }, (_, at) => p(`${at * 7919}`)).join('');
    const answer = await take({ body: deep + noise }).catch((error: unknown) => error);
    expect(answer).toMatchObject({ code: 'unreadable', details: { reason: 'broken-docx' } });
  });
});
