/** What of a page is taken for its article: on made pages with known answers, and case by case. */
import { describe, expect, it } from 'vitest';
import { RULES } from '../../../src-main/core/capture/html/rules.ts';
import { measureExtraction } from '../../bench/capture/extraction.ts';
import { PAGE_KINDS } from '../../bench/capture/pages.ts';
import { capture, captureError } from './capture.ts';

const PROSE =
  'The council said on Monday that the reservoir above the town would be emptied before the winter, and that nobody downstream had been asked. ';
const paragraphs = (count: number, words = PROSE) =>
  Array.from({ length: count }, (_, at) => `<p>(${at}) ${words.repeat(2)}</p>`).join('');
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>The reservoir above the town</title>${head}</head><body><h1>The reservoir above the town</h1>${body}</body></html>`;
const html = (content: string) => capture(content, { as: 'html' });

describe('pages with known answers', () => {
  const report = measureExtraction({ count: 2 * PAGE_KINDS.length, ablation: true });

  it('are told apart better than by Readability alone, and never worse', () => {
    expect(report.ours.f1).toBeGreaterThan(0.99);
    expect(report.ours.f1).toBeGreaterThan(report.readability.f1 + 0.05);
    expect(report.losses).toEqual([]);
  });

  it('have the right title, author and language', () => {
    expect(report.ours).toMatchObject({ title: 1, byline: 1, language: 1 });
  });

  it.each(RULES)('are told apart worse without the rule « %s »', (rule) => {
    expect(report.without?.[rule]).toBeLessThan(report.ours.f1);
  });
});

describe('an article within its page', () => {
  it('is without what leads away from it, whatever that is called', async () => {
    const { text } = await html(
      page(
        `<div class="text">${paragraphs(4)}<p>Lire aussi : <a href="/a">Un autre article du jour</a></p>${paragraphs(3)}
         <p>Share this article</p></div><div class="newsletter">Sign up for our newsletter</div>`,
      ),
    );
    expect(text).not.toMatch(/Lire aussi|Un autre|Share|Sign up/);
    expect(text.match(/emptied/g)).toHaveLength(14);
  });

  it('keeps a heading, a table and a caption below its last paragraph', async () => {
    const { text } = await html(
      page(
        `<article>${paragraphs(4)}<h2>Levels</h2><table><tr><th>Year</th><th>Level</th></tr><tr><td>2024</td><td>412</td></tr></table></article>`,
      ),
    );
    expect(text).toContain('Levels');
    expect(text).toContain('412');
  });

  it('says how much of the page it is', async () => {
    const { words, pageWords } = await html(
      page(`<nav>${'<a href="/x">Section</a> '.repeat(30)}</nav><main>${paragraphs(5)}</main>`),
    );
    expect(pageWords).toBeGreaterThan(words + 25);
  });

  it('is not a question about cookies, however long that is', async () => {
    const question = `<div id="cmpbox"><div role="dialog">${paragraphs(3, 'We and our partners store data on your device, unless you refuse. ')}</div></div>`;
    const { text } = await html(page(`${question}<main><p>${PROSE}</p></main>`));
    expect(text).toContain('emptied');
    expect(text).not.toContain('partners');
  });

  it.each([
    ['around it', `<div class="cookie-wall"><article>${paragraphs(5)}</article></div>`],
    ['within it', `<article><div class="cookie-box">${paragraphs(5)}</div></article>`],
    ['by its subject', `<div class="post tag-cookie-banner">${paragraphs(5)}</div>`],
  ])('is what a box that is only called after cookies holds, %s', async (_, body) => {
    const { text, warnings } = await html(page(body));
    expect(text.match(/emptied/g)).toHaveLength(10);
    expect(warnings.map(({ code }) => code)).not.toContain('whole-page');
  });

  it('has the headings that unfold its answers', async () => {
    const answers = ['Why now?', 'Who pays?', 'Why here?', 'Who asked?', 'How long?'].map(
      (question, at) =>
        `<div>${at % 2 === 0 ? `<h3><button aria-expanded="false">${question}</button></h3>` : `<button><h3>${question}</h3></button>`}<div>${paragraphs(2)}</div></div>`,
    );
    const { text } = await html(page(`<main>${answers.join('')}<button>Copy the link</button></main>`));
    expect(text).toMatch(/Why now\?[^]*Who pays\?[^]*How long\?/);
    expect(text).not.toContain('Copy');
  });

  it('begins with a sentence below the title that is marked as a heading', async () => {
    const lead =
      'The council will empty the reservoir before the winter, and asked nobody who lives below it.';
    const { text } = await html(
      page(
        `<h2>${lead}</h2><div class="columns"><div class="text">${`<p>${PROSE.repeat(3)}</p>`.repeat(4)}</div></div>`,
      ),
    );
    expect(text).toContain(lead);
  });

  it('is without author and dates below its lead, and without links to others', async () => {
    const line =
      '<div><span>By Jane Doe</span><span>Published 1 March 2024 at 10:12, updated 2 March 2024</span><span>3 min read</span></div>';
    const links =
      '<div class="box"><h4>See also:</h4><ul><li><a href="/a">Another day at the dam</a></li></ul></div>';
    const { text } = await html(
      page(`<article><p>${PROSE}</p>${line}${paragraphs(3)}${links}${paragraphs(2)}</article>`),
    );
    expect(text.match(/emptied/g)).toHaveLength(11);
    expect(text).not.toMatch(/Jane|min read|2024|See also|Another day/);
  });

  it('has the rest that is hidden below its beginning, and no other hidden text', async () => {
    const rest = `<div class="premium" style="display:none">${paragraphs(3, 'The rest is for those who pay, and says that the dam was never inspected at all by anyone. ')}</div>`;
    const other = `<div class="related" hidden>${paragraphs(3, 'Another article is hidden here, and it is about a bridge that nobody ever wanted to build. ')}</div>`;
    const { text } = await html(page(`<article>${paragraphs(3)}${rest}${other}</article>`));
    expect(text.match(/never inspected/g)).toHaveLength(6);
    expect(text).not.toContain('bridge');
  });

  it('is without the title that stands above it, and without links and labels by their words', async () => {
    const { text } = await html(
      page(
        `<article><h1>The reservoir above the town</h1>${paragraphs(3)}<p><a href="/p">PHOTOS: The dam from above</a></p>
         <p>Read also <a href="/o">Another day at the lake</a></p><h4>Further reading</h4><p><a href="/f">A third day</a></p>${paragraphs(2)}</article>`,
      ),
    );
    expect(text).not.toMatch(/above the town$|^The reservoir above|PHOTOS|Another day|Further|third day/m);
    expect(text.match(/emptied/g)).toHaveLength(10);
  });

  it('keeps a heading of sources that are no bare links', async () => {
    const { text } = await html(
      page(
        `<article>${paragraphs(5)}<h2>Further reading</h2><ul><li>Doe, Jane: The Dam, a History. London 2019. <a href="/d">online</a></li></ul></article>`,
      ),
    );
    expect(text).toContain('Further reading');
    expect(text).toContain('Doe, Jane');
  });

  it('is without words that stand loose around its paragraphs and lead away', async () => {
    const { text } = await html(
      page(
        `<div class="text">${paragraphs(2)}<span>Continue reading</span>${paragraphs(3)}<b>Share</b></div>`,
      ),
    );
    expect(text).not.toMatch(/Continue|Share/);
    expect(text.match(/emptied/g)).toHaveLength(10);
  });

  it('is there once where it has no element of its own', async () => {
    const { text } = await html(
      `<title>The reservoir</title>${PROSE.repeat(4)}<br><br>${PROSE.repeat(4)}<br><br>${PROSE.repeat(4)}`,
    );
    expect(text.match(/emptied/g)).toHaveLength(12);
  });

  it('is without what stands below each post of a thread, but with the lines that a poem repeats', async () => {
    const posts = [1, 2, 3, 4].map(
      (at) => `<div class="post"><div class="rank">Member since 20${at}1</div>${paragraphs(1)}</div>`,
    );
    const thread = await html(page(`<div class="thread">${posts.join('')}</div>`));
    expect(thread.text).not.toContain('Member');
    const verses = '<div>Row, row, row your boat</div><div>Gently down the stream</div>'.repeat(4);
    const poem = await html(page(`<article>${paragraphs(3)}<div class="poem">${verses}</div></article>`));
    expect(poem.text.match(/Row, row/g)).toHaveLength(4);
  });

  it('ends where the next article begins, without elements that say what is one', async () => {
    const next = `<div class="story"><h1>Another story of the day</h1>${paragraphs(8, 'The bridge is another story, and it is a longer one than the first one on this page. ')}</div>`;
    const { text } = await html(
      `<title>The reservoir above the town</title><body><div class="story"><h1>The reservoir above the town</h1>${paragraphs(3)}</div>${next}`,
    );
    expect(text.match(/emptied/g)).toHaveLength(6);
    expect(text).not.toContain('bridge');
  });

  it('keeps what stands beside it unless that is links', async () => {
    const list = (item: string) => `<section>${`<p>${item}</p>`.repeat(6)}</section>`;
    const text = `<div class="text"><div>${paragraphs(3)}</div></div>`.repeat(2);
    const shape = (item: string) =>
      html(page(`<div>${list(item)}<div class="texts">${text}</div>${list(item)}</div>`));
    expect((await shape('200 g of plain white flour, sifted twice')).text).toContain('flour');
    expect((await shape('<a href="/m">More of what happened at the mill</a>')).text).not.toContain('mill');
  });

  it('comes whole from what search engines are given where the page shows its beginning', async () => {
    const all = Array.from(
      { length: 8 },
      (_, at) => `${PROSE.replace('Monday', `day ${at}`)}${PROSE.replace('town', `hill ${at}`)}`,
    );
    const data = { '@type': 'NewsArticle', articleBody: all.join('\n') };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    const shown = all.slice(0, 3).map((text) => `<p>${text}</p>`);
    const { text } = await html(page(`<article>${shown.join('')}<p>Sign in to read on.</p></article>`, head));
    expect(text.match(/emptied/g)).toHaveLength(16);
  });

  it('comes from what search engines are given where the page shows none of it', async () => {
    const body = Array.from({ length: 4 }, (_, at) => `${PROSE.repeat(2)}(${at}) a < b`).join('\n\n');
    const data = { '@type': 'NewsArticle', headline: 'The reservoir', articleBody: body };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    const told = await html(page('<div id="root"><p>Please enable JavaScript.</p></div>', head));
    expect(told.text.match(/emptied/g)).toHaveLength(8);
    expect(told.text).toContain('a < b');
    expect(told.warnings.map(({ code }) => code)).toContain('told-body');
    const shown = await html(page(`<main>${paragraphs(5)}</main>`, head));
    expect(shown.warnings.map(({ code }) => code)).not.toContain('told-body');
  });

  it('has a formula once, as TeX where the page has that', async () => {
    const katex =
      '<span class="katex"><span class="katex-mathml"><math><semantics><mrow><mi>E</mi></mrow><annotation encoding="application/x-tex">E = mc^2</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">E=mc2</span></span>';
    const mathjax =
      '<span class="MathJax_Preview">a b</span><span class="MathJax">a b</span><script type="math/tex">a_b</script>';
    const { text } = await html(
      page(`<main>${paragraphs(4)}<p>It is ${katex} and ${mathjax}, as it was.</p></main>`),
    );
    expect(text).toContain('It is E = mc^2 and a_b, as it was.');
  });
});

describe('a page of too much', () => {
  it('is refused where it has more elements than an article needs', async () => {
    const error = await captureError('<p>a</p>'.repeat(150_001), { as: 'html' });
    expect(error).toMatchObject({ code: 'too-large', details: { what: 'elements', limit: 150_000 } });
  });

  it.each([
    ['links', `<p>${'<a href="/x">link</a> '.repeat(5001)}</p>`],
    ['levels', '<div>'.repeat(300) + paragraphs(1)],
  ])('is taken whole where it has too many %s to look at each beside all', async (_, body) => {
    const { extractor, warnings } = await html(body);
    expect(extractor).toBe('body 1');
    expect(warnings).toMatchObject([{ code: 'whole-page' }]);
  });

  it('is read where an element has more classes than can be listed', async () => {
    const classes = Array.from({ length: 300_000 }, (_, index) => `c${index}`).join(' ');
    const { text } = await html(`<article class="${classes}">${paragraphs(4)}</article>`);
    expect(text).toContain(paragraphs(1).slice(3, 30));
  });
});

describe('another part of a page', () => {
  const content = page(
    `<nav><p>Menu</p></nav><main>${paragraphs(4)}</main><div id="box"><p>A box.</p></div>`,
  );
  const take = (how: Parameters<typeof capture>[1]) => capture(content, { as: 'html', ...how });

  it('is all of it, what a selector names, or a range of its blocks', async () => {
    const whole = await take({ how: 'whole' });
    expect(whole.text).toContain('Menu');
    expect(whole.extractor).toBe('body 1');
    expect((await take({ how: { selector: '#box' } })).text).toBe('A box.');
    const from = whole.tree.children.length - 1;
    expect((await take({ how: { from, to: from } })).text).toBe('A box.');
  });

  it.each([{ selector: '#none' }, { selector: '((' }, { from: 99, to: 100 }])(
    'is refused where there is none: %j',
    async (how) => {
      expect(await captureError(content, { as: 'html', how })).toMatchObject({
        code: 'invalid',
        details: { what: 'region' },
      });
    },
  );
});
