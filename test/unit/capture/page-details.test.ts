/** Details of a page, and where each came from. */
import { describe, expect, it } from 'vitest';
import { capture } from './capture.ts';

const TEXT = `<p>${'The council said on Monday that the reservoir would be emptied before the winter. '.repeat(8)}</p>`;
const page = (head: string, body = '') =>
  capture(
    `<!doctype html><html lang="en"><head>${head}</head><body>${body}<main>${TEXT}</main></body></html>`,
    {
      as: 'html',
    },
  );

describe('details of a page', () => {
  it('come from JSON-LD, Open Graph, other meta tags and microdata, and say so', async () => {
    const article = await page(
      `<title>T | Site</title><meta property="og:title" content="The reservoir">
       <script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"X"},{"@type":"NewsArticle","author":[{"name":"Jane Doe"},{"name":"Paul Roe"}],"dateModified":"2024-03-05"}]}</script>
       <meta name="description" content="About it."><meta property="og:site_name" content="The Post">
       <link rel="canonical" href="https://example.org/a?id=3&utm_source=x&fbclid=1">`,
      '<time itemprop="datePublished" datetime="2024-03-04T10:00:00Z">4 March</time>',
    );
    expect(article).toMatchObject({
      title: 'The reservoir',
      byline: 'Jane Doe, Paul Roe',
      site: 'The Post',
      url: 'https://example.org/a?id=3',
      publishedAt: '2024-03-04T10:00:00.000Z',
      modifiedAt: '2024-03-05',
      description: 'About it.',
      language: 'en',
      origins: {
        title: 'open-graph',
        byline: 'json-ld',
        site: 'open-graph',
        url: 'meta',
        publishedAt: 'microdata',
        modifiedAt: 'json-ld',
        description: 'meta',
        language: 'meta',
      },
    });
  });

  it('are read once more where a template has escaped them twice, and know where they are from', async () => {
    const article = await page(
      `<title>T</title><meta property="og:title" content="L&amp;#039;usine &amp;lt;b&amp;gt; &amp;amp; le port"><meta name="author" content="Zo&amp;eacute; Durand">
       <meta property="og:site_name" content="Jour &amp;amp; Nuit"><meta name="description" content="C&amp;rsquo;est a <i> &amp;amp; b">`,
    );
    expect(article).toMatchObject({
      title: "L'usine <b> & le port",
      byline: 'Zoé Durand',
      site: 'Jour & Nuit',
      description: 'C’est a <i> & b',
      origins: { title: 'open-graph', byline: 'meta', site: 'open-graph', description: 'meta' },
    });
  });

  it.each([
    ['par Jeff Pao 13 août 2025', 'Jeff Pao', '2025-08-13'],
    ['By Jane Doe, March 3, 2024', 'Jane Doe', '2024-03-03'],
    ['By Jane Doe and Paul de la Tour | 3 March 2024', 'Jane Doe and Paul de la Tour', '2024-03-03'],
    ['Publié par Anne Lemaire le 2 mai 2023', 'Anne Lemaire', '2023-05-02'],
  ])('come from the text where nothing else says: %s', async (line, byline, publishedAt) => {
    const article = await page(
      '<title>The reservoir above</title>',
      `<h1>The reservoir above</h1><div>${line}</div>`,
    );
    expect(article).toMatchObject({ byline, publishedAt, origins: { byline: 'text', publishedAt: 'text' } });
  });

  it('do not come from a sentence that begins alike', async () => {
    const article = await page(
      '<title>The reservoir above</title>',
      '<h1>The reservoir above</h1><p>By then it was 2024.</p>',
    );
    expect(article.byline).toBeNull();
  });

  it('take the outlet from the address, and a name from hAtom', async () => {
    const article = await capture(
      `<article class="hentry"><h1 class="entry-title">Levels</h1><span class="updated">2024-05-06</span>${TEXT}</article>`,
      { as: 'html', url: 'https://www.example.org/x' },
    );
    expect(article).toMatchObject({ site: 'example.org', modifiedAt: '2024-05-06' });
    expect(article.origins).toMatchObject({ site: 'address', url: 'address', modifiedAt: 'microdata' });
  });

  it('survive JSON-LD that is broken, endless or no article', async () => {
    const article = await page(
      `<title>T</title><script type="application/ld+json">{"@type":</script><script type="application/ld+json">${'['.repeat(5000)}${']'.repeat(5000)}</script>`,
    );
    expect(article.byline).toBeNull();
  });
});
