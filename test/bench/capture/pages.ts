/**
 * Pages of the kinds that readers save, made with known answers: what is the article is written down while it is made.
 * The clutter around and within it is what public pages have; the sentences say nothing and are true French and English.
 */
import { Dice } from '../../support/dice.ts';
import { ENGLISH, FRENCH, SYLLABLES, type Words } from './page-words.ts';

export interface KnownPage {
  readonly id: string;
  readonly html: string;
  /** The words of the article, headings and captions included, title excluded. */
  readonly text: string;
  readonly title: string;
  readonly byline: string | null;
  readonly language: string | null;
}

/** A page while it is written: what `say` is given counts as article. */
class Draft {
  readonly said: string[] = [];

  constructor(
    readonly dice: Dice,
    readonly words: Words,
  ) {}

  sentence(): string {
    const { dice, words } = this;
    const place = () =>
      `${dice.pick(words.near)} ${dice.pick(SYLLABLES)}${dice.pick(SYLLABLES).toLowerCase()}`;
    return `${dice.pick(words.subjects)} ${place()} ${dice.pick(words.verbs)} ${dice.pick(words.objects)} ${place()}${dice.pick(words.ends)}`;
  }

  prose(sentences: number): string {
    return Array.from({ length: sentences }, () => this.sentence()).join(' ');
  }

  say(text: string): string {
    this.said.push(text);
    return text;
  }

  paragraph(sentences = 2 + this.dice.below(4)): string {
    return `<p>${this.say(this.prose(sentences))}</p>`;
  }

  paragraphs(count: number): string {
    return Array.from({ length: count }, () => this.paragraph()).join('\n');
  }

  name(): string {
    return `${this.dice.pick(this.words.first)} ${this.dice.pick(this.words.last)}`;
  }

  links(count: number): string {
    return Array.from(
      { length: count },
      () => `<li><a href="/a/${this.dice.below(1e6)}">${this.sentence()}</a></li>`,
    ).join('');
  }

  readAlso(): string {
    return `<p><strong>${this.words.readAlso}</strong> <a href="/b">${this.sentence()}</a></p>`;
  }

  comment(sentences: number): string {
    return `<div class="comment"><b>${this.name()}</b><p>${this.prose(sentences)}</p></div>`;
  }
}

type Kind = (draft: Draft) => {
  readonly body: string;
  readonly head?: string;
  /** What stands below the title, apart from the body. */
  readonly under?: string;
};

const wrap = (inner: string, lead = '') =>
  `<div class="layout"><main>${lead}<div class="text">${inner}</div></main></div>`;

/** Where a page has its title within its body. */
const TITLE = '<h1></h1>';

/** By what is hard about them. */
const KINDS: Readonly<Record<string, Kind>> = {
  plain: (draft) => ({ body: wrap(draft.paragraphs(8)) }),

  'lead-outside': (draft) => ({
    under: `<div class="page-header"><div class="intro"><p class="standfirst">${draft.say(draft.prose(1))}</p></div></div>`,
    body: `<div class="columns"><div class="text">${draft.paragraphs(7)}</div></div>`,
  }),

  'two-bodies': (draft) => ({
    body: `<div class="page"><div class="story-part">${draft.paragraphs(6)}</div>
      <div class="ad-slot">Advertisement</div><div class="gallery"><a href="/g">Gallery</a></div></div>
      <div class="second"><div class="story-part">${draft.paragraphs(4)}</div></div>`,
  }),

  comments: (draft) => {
    const text = draft.paragraphs(3);
    const comments = Array.from({ length: 24 }, () => `<p>${draft.prose(5)}</p>`).join('');
    return {
      body: `<div class="hnews"><div class="entry">${text}</div></div><div id="comments-body">${comments}</div>`,
    };
  },

  short: (draft) => ({
    body: `<div class="text">${draft.paragraph(2)}${draft.paragraph(1)}</div>
      <div class="right"><h3>${draft.words.related}</h3><ul>${draft.links(8)}</ul></div>`,
  }),

  'read-also': (draft) => ({
    body: wrap([0, 1, 2, 3].map(() => draft.paragraphs(2) + draft.readAlso()).join('') + draft.paragraph()),
  }),

  bio: (draft) => {
    const text = draft.paragraphs(7);
    return {
      body: `<article>${text}<div class="author-bio"><p>${draft.words.bio(draft.name())}</p></div>
        <p>Tags: <a href="/t/1">water</a>, <a href="/t/2">dams</a></p></article>`,
    };
  },

  'article-body': (draft) => {
    const start = draft.paragraphs(2);
    const middle = draft.paragraphs(3);
    const end = draft.paragraphs(2);
    const articleBody = draft.said.join('\n');
    // About something else, and so in other words: here those of the other language.
    const other = new Draft(draft.dice, draft.words === FRENCH ? ENGLISH : FRENCH);
    return {
      head: `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', articleBody }).replaceAll('<', '\\u003c')}</script>`,
      body: `<div class="zone zone-1"><div>${start}</div></div><div class="zone zone-2"><div><div>${middle}</div></div></div>
        <div class="zone zone-3"><div>${end}</div></div><div class="zone"><p>${other.prose(2)}</p><p>${other.prose(2)}</p></div>`,
    };
  },

  breaks: (draft) => ({
    body: `<div class="text">${[0, 1, 2, 3, 4, 5].map(() => draft.say(draft.prose(3))).join('<br><br>')}</div>`,
  }),

  components: (draft) => ({
    body: `<article>${Array.from({ length: 9 }, () => `<div data-component="text-block" class="block-x"><div class="rich"><div>${draft.paragraph()}</div></div></div>`).join('<div class="ad">Advertisement</div>')}</article>`,
  }),

  rich: (draft) => ({
    body: wrap(`${draft.paragraphs(2)}<h2>${draft.say('Chiffres et notes')}</h2>
      <ul><li>${draft.say(draft.sentence())}</li><li>${draft.say(draft.sentence())}</li></ul>
      <figure><img src="/i.jpg" alt=""><figcaption>${draft.say(draft.sentence())}</figcaption></figure>
      <blockquote><p>${draft.say(draft.prose(2))}</p></blockquote>
      <table><tr><th>${draft.say('Année')}</th><th>${draft.say('Volume')}</th></tr><tr><td>${draft.say('2024')}</td><td>${draft.say('412')}</td></tr></table>
      ${draft.paragraphs(3)}`),
  }),

  formulas: (draft) => {
    const mathml = `<math><semantics><mrow><mi>E</mi><mo>=</mo><mi>m</mi></mrow><annotation encoding="application/x-tex">E = m c_0</annotation></semantics></math>`;
    const katex = `<span class="katex"><span class="katex-mathml">${mathml}</span><span class="katex-html" aria-hidden="true">E=mc0</span></span>`;
    return {
      body: wrap(
        [0, 1, 2, 3, 4]
          .map(
            () =>
              `${draft.paragraph()}<p>${draft.say(draft.sentence())} ${katex} ${draft.say('E = m c_0')}</p>`,
          )
          .join(''),
      ).replaceAll(' E = m c_0</p>', '</p>'),
    };
  },

  teasers: (draft) => {
    const teasers = Array.from(
      { length: 10 },
      () => `<div class="teaser"><h3><a href="/x">${draft.sentence()}</a></h3><p>${draft.prose(2)}</p></div>`,
    ).join('');
    return { body: `<div class="text">${draft.paragraphs(6)}</div><div class="river">${teasers}</div>` };
  },

  declared: (draft) => ({
    body: `<div itemprop="articleBody"><div class="a"><div class="b">${draft.paragraphs(3)}</div></div>
      <div class="c"><section class="widget-list"><div class="d">${draft.paragraphs(3)}</div></section></div></div>
      <p class="below">${draft.prose(1)}</p>`,
  }),

  'side-body': (draft) => ({
    body: `<div class="wrap"><div class="article-body">${Array.from({ length: 6 }, () => `<div class="popup-extra">${draft.paragraph()}</div>`).join('')}</div>
      <div class="about"><p>${draft.prose(3)}</p><p>${draft.prose(2)}</p></div></div>`,
  }),

  'next-articles': (draft) => {
    const own = draft.paragraphs(5);
    const next = [0, 1, 2].map(
      () =>
        `<article class="story"><h1>${draft.sentence()}</h1><p>${draft.prose(5)}</p><p>${draft.prose(4)}</p></article>`,
    );
    return {
      body: `<div class="scroll"><article class="story">${TITLE}${own}</article>${next.join('')}</div>`,
    };
  },

  'short-with-teasers': (draft) => {
    const cards = Array.from(
      { length: 9 },
      () => `<div class="card"><h4><a href="/c">${draft.name()}</a></h4><p>${draft.prose(1)}</p></div>`,
    );
    return {
      body: `<main><div class="story"><p>${draft.say(draft.prose(1))}</p><p>${draft.say(draft.prose(1))}</p></div></main>
        <section class="related"><h3>${draft.words.related}</h3>${cards.join('')}</section>`,
    };
  },

  'boxes-within': (draft) => ({
    body: wrap(
      [0, 1, 2]
        .map(
          () =>
            `${draft.paragraphs(3)}<div class="newsletter-inline"><h4>${draft.words.newsletter.slice(0, 30)}</h4><p>${draft.name()}, ${draft.words.newsletter}</p></div>`,
        )
        .join('') + draft.paragraph(),
    ),
  }),

  'comments-beside': (draft) => {
    const text = draft.paragraphs(8);
    const comments = Array.from(
      { length: 6 },
      () => `<div><b>${draft.name()}</b><p>${draft.prose(3)}</p></div>`,
    );
    return {
      body: `<div class="story-text">${text}</div><div class="kommentare">${comments.join('')}</div>`,
    };
  },

  'declared-end': (draft) => ({
    body: `<div class="zone"><div itemprop="articleBody">${draft.paragraphs(6)}</div><p>${draft.prose(1)}</p></div>`,
  }),

  'beside-lists': (draft) => {
    const list = (count: number) =>
      `<section>${Array.from({ length: count }, () => `<p><a href="/w">${draft.sentence()}</a> ${draft.name()}</p>`).join('')}</section>`;
    const text = [0, 1].map(() => `<div class="text"><div>${draft.paragraphs(3)}</div></div>`);
    return { body: `<div class="page">${list(4)}<div class="texts">${text.join('')}</div>${list(4)}</div>` };
  },

  paywall: (draft) => ({
    body: wrap(`${draft.paragraphs(2)}<div class="offer"><a href="/s">${draft.words.newsletter}</a></div>
      <div class="premium" style="display:none">${draft.paragraphs(6)}</div>`),
  }),

  forum: (draft) => {
    const post = () =>
      `<div class="post"><div class="user-info">${draft.name()}</div><div class="rank">Senior member, ${draft.dice.below(90)} posts</div>
        <div class="says">${draft.paragraph()}</div></div>`;
    return { body: `<div class="thread">${[0, 1, 2, 3, 4, 5, 6].map(post).join('')}</div>` };
  },

  'dated-line': (draft) => ({
    body: `<article><div class="text"><p>13 August 2025</p><p>3 min read</p>${draft.paragraphs(6)}</div></article>`,
  }),
};

export const PAGE_KINDS = Object.keys(KINDS);

function frame(draft: Draft, title: string, byline: string, made: ReturnType<Kind>, styles: Dice): string {
  const { words } = draft;
  const day = 1 + styles.below(28);
  const author = styles.pick([
    { head: `<meta name="author" content="${byline}">`, line: '' },
    { head: '', line: `<p class="byline">${words.by} ${byline}</p>` },
    {
      head: `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: title, author: { '@type': 'Person', name: byline } })}</script>`,
      line: '',
    },
    {
      head: '',
      line: `<div class="sub">${words.by} ${byline} ${day} ${words.language === 'fr' ? 'août' : 'August'} 2025</div>`,
    },
  ]);
  const heading = `<h1>${title}</h1>${made.under ?? ''}${author.line}`;
  return `<!doctype html><html lang="${words.language}"><head><meta charset="utf-8">
<title>${title}</title><meta property="og:title" content="${title}">${author.head}${made.head ?? ''}</head><body>
<div class="cookie-banner" role="dialog"><p>${words.cookies}</p><button>OK</button></div>
<header><nav><ul>${draft.links(6)}</ul></nav></header>
${made.body.includes(TITLE) ? '' : heading}
<div class="share"><a href="#">${words.share}</a> <a href="#">Facebook</a> <a href="#">Twitter</a></div>
${made.body.replace(TITLE, heading)}
<div class="newsletter-box"><h3>Newsletter</h3><p>${words.newsletter}</p></div>
<aside class="related"><h2>${words.related}</h2><ul>${draft.links(5)}</ul></aside>
<section id="comments"><h2>${words.comments}</h2>${draft.comment(2)}${draft.comment(1)}</section>
<footer><p>© 2025 La Gazette. ${words.cookies}</p></footer></body></html>`;
}

/** So many pages, each kind in turn, in French and English; the same for the same seed. */
export function* makePages(count: number, seed = 1): Generator<KnownPage> {
  for (let at = 0; at < count; at += 1) {
    const kind = PAGE_KINDS[at % PAGE_KINDS.length] ?? 'plain';
    const words = Math.floor(at / PAGE_KINDS.length) % 2 === 0 ? FRENCH : ENGLISH;
    const dice = new Dice(seed * 7919 + at);
    const draft = new Draft(dice, words);
    const title = draft.sentence().replace(/[.,].*$/, '');
    const byline = draft.name();
    const made = KINDS[kind]?.(draft) ?? { body: '' };
    const html = frame(draft, title, byline, made, dice);
    yield { id: `${kind}-${at}`, html, text: draft.said.join('\n'), title, byline, language: words.language };
  }
}
