import { describe, expect, it } from 'vitest';
import { capture, captureFixture } from './capture.ts';

describe('capture of plain text', () => {
  it('takes the first line as title, keeps it in the text, and finds byline and date below it', async () => {
    const report = await captureFixture('report.txt');
    expect(report).toMatchObject({
      kind: 'text',
      title: 'La vidange du barrage inquiète les riverains',
      byline: 'Anne Lemaire',
      publishedAt: '2025-08-13',
      language: 'fr',
      warnings: [],
    });
    expect(report.text.split('\n\n')).toHaveLength(4);
    expect(report.text.startsWith(`${report.title}\n\npar Anne Lemaire`)).toBe(true);
  });

  it('joins lines that were wrapped by hand', async () => {
    const paragraphs = (await captureFixture('wrapped.txt')).text.split('\n\n');
    expect(paragraphs).toHaveLength(3);
    expect(paragraphs[1]).toContain('drain the reservoir, after two years');
  });

  it.each([
    ['By Ann Reader\nAugust 13, 2025', 'Ann Reader', '2025-08-13'],
    ['Publié le 3 mars 2024 à 10h30', null, '2024-03-03'],
    ['Updated: 12 May 2023', null, '2023-05-12'],
    ['Par Jean de La Fontaine, 1er juillet 2021', 'Jean de La Fontaine', '2021-07-01'],
    ['Par ailleurs, le conseil a voté le 13 août 2025 la vidange.', null, null],
    ['It was said yesterday', null, null],
  ])('%s', async (line, byline, publishedAt) => {
    expect(await capture(`A title\n${line}\nText.`)).toMatchObject({ byline, publishedAt });
  });

  it('takes the first sentence of a whole paragraph as title', async () => {
    const { title, text } = await capture(
      `${'Un début de phrase. '}${'Et la suite du texte. '.repeat(20)}\nFin.`,
    );
    expect(text.startsWith(title)).toBe(true);
    expect(title.length).toBeLessThan(300);
  });

  it('uses the name of the file where nothing names the article, and never markup as HTML', async () => {
    expect((await capture('<b>not bold</b>', { fileName: 'a.txt' })).text).toBe('<b>not bold</b>');
    expect((await capture('<p>x</p>', { fileName: 'My page.html' })).title).toBe('My page');
  });

  it('survives megabytes without a space or of nothing but lines', async () => {
    expect((await capture('a'.repeat(4_000_000))).passages.length).toBeGreaterThan(900);
    expect((await capture('ab.\n'.repeat(20_000))).passages).toHaveLength(20_000);
  });

  it('is refused before it is taken apart where it is longer than any article', async () => {
    const refused = capture('a word '.repeat(2_400_000));
    await expect(refused).rejects.toMatchObject({ code: 'too-large', details: { limit: 16 * 1024 * 1024 } });
  });
});
