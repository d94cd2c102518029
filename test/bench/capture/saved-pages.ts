/**
 * Pages as browsers save them from public sites. Of the dozen whole pages of Readability's own test set that were looked
 * at, the one in the middle has 61 KB, 1,300 elements, 800 attributes, 120 links and 1,000 words of article, and a third of
 * its bytes are scripts, styles and comments; these are made to be like that. Their texts share no sentences, but for
 * each twenty-fifth, which is the one before it with other furniture.
 */
import { Dice } from '../../support/dice.ts';

const split = (text: string): readonly string[] => text.split(' ');

/** Enough of each that hardly any four words in a row stand in two pages. */
const FRENCH = {
  language: 'fr',
  between: split(
    'le la les de du des et mais dans avec pour sur par qui que ne pas plus sans sous entre après avant depuis une un ce cette au aux',
  ),
  nouns: split(
    'barrage fleuve conseil rapport chantier village ministre ouvrage réservoir relevé canal moulin quartier budget dossier retard contrat vallon hameau marché comité bassin pont débat refuge convoi tunnel plateau verger atelier',
  ),
  adjectives: split(
    'ancien public municipal rural central durable récent voisin fragile secret modeste régional prudent sévère inutile complet étrange rapide humide tardif coûteux paisible célèbre utile bruyant vaste étroit simple lointain discret',
  ),
  verbs: split(
    'menace protège remplace traverse retarde finance inquiète examine contourne dépasse soutient surveille abandonne complète rejoint modifie domine éclaire divise alimente',
  ),
} as const;

const ENGLISH = {
  language: 'en',
  between: split(
    'the a of and but in with for on by that which not no more without under between after before since this these to at from as its their into',
  ),
  nouns: split(
    'dam river council report worker village minister reservoir reading canal mill district budget file delay contract valley hamlet market board basin bridge debate shelter convoy tunnel plateau orchard workshop engineer',
  ),
  adjectives: split(
    'ancient public local rural central lasting recent nearby fragile secret modest regional careful severe useless complete strange rapid humid late costly peaceful famous useful noisy vast narrow simple distant quiet',
  ),
  verbs: split(
    'threatens protects replaces crosses delays finances worries examines avoids exceeds supports watches abandons completes joins changes dominates lights divides feeds',
  ),
} as const;

type Language = typeof FRENCH | typeof ENGLISH;

const SYLLABLES = split('bra cor dul fen gal lor mar nes pel ras sol tar vel wis tho mir kel dan os ur');

/** What is said, by one throw of the dice after another. */
class Sentence {
  constructor(
    readonly dice: Dice,
    readonly language: Language,
  ) {}

  noun = () => this.dice.pick(this.language.nouns);
  adjective = () => this.dice.pick(this.language.adjectives);
  verb = () => this.dice.pick(this.language.verbs);

  /** One that says nothing, of words that stand in every text and words that stand in some. */
  sentence(): string {
    const { dice, language } = this;
    const word = () => dice.pick([this.noun, this.noun, this.adjective, this.verb, () => this.place()])();
    const text = times(5 + dice.below(8), () => `${dice.pick(language.between)} ${word()}`, ' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }

  place(): string {
    const name = [0, 1, 2].map(() => this.dice.pick(SYLLABLES)).join('');
    return name.charAt(0).toUpperCase() + name.slice(1);
  }

  prose(count: number): string {
    return times(count, () => this.sentence(), ' ');
  }

  title(): string {
    return `${this.place()}: ${this.adjective()} ${this.noun()}, ${this.adjective()} ${this.noun()}`;
  }
}

const times = (count: number, make: (at: number) => string, between = '\n'): string =>
  Array.from({ length: count }, (_, at) => make(at)).join(between);

/** A median of 36 paragraphs of one to three sentences. */
function makeArticle(say: Sentence): string {
  const { dice } = say;
  const parts = 18 + dice.below(36);
  return times(parts, (at) => {
    if (at % 12 === 7) return `<h2 class="article__subtitle">${say.title()}</h2>`;
    if (at % 15 === 9)
      return `<figure class="article__media media--wide"><img src="/img/${dice.below(1e6)}.jpg" srcset="/img/s.jpg 480w, /img/l.jpg 960w" width="960" height="540" loading="lazy" alt=""><figcaption class="caption">${say.prose(1)}</figcaption></figure>`;
    if (at % 17 === 11)
      return `<div class="ad-slot ad-slot--inline" data-ad="mpu-${at}" aria-hidden="true"></div>`;
    const link = `<a href="https://example.org/archive/${dice.below(1e6)}" data-track="inline">${say.noun()}</a>`;
    return `<p class="article__paragraph">${say.prose(1 + dice.below(3))} ${at % 3 === 0 ? link : ''}</p>`;
  });
}

/** Characters of a seeded name, as bundlers give them. */
const hash = (dice: Dice): string => dice.below(2 ** 31).toString(36);

function script(dice: Dice, statements: number): string {
  const line = () =>
    `!function(${hash(dice)}){var a=window.__${hash(dice)}||[];a.push({"id":"${hash(dice)}","enabled":${dice.chance(0.5)},"zones":[${dice.below(99)},${dice.below(99)}]});if(a.length<${dice.below(999)}&&"${hash(dice)}"!==document.cookie)a.forEach(function(e){e&&e.run("${hash(dice)}")})}(this);`;
  return `<script>${times(statements, line, '')}</script>`;
}

function style(dice: Dice, rules: number): string {
  return `<style>${times(rules, () => `.c-${hash(dice)}>.${hash(dice)}:hover{margin:${dice.below(40)}px auto;color:#${dice.below(0xffffff).toString(16)};display:flex}`, '')}</style>`;
}

function menu(say: Sentence, name: string, count: number): string {
  const { dice } = say;
  const item = () =>
    `<li class="${name}__item ${name}__item--${dice.below(4)}"><a class="${name}__link" href="/s/${hash(dice)}" data-track="${name}:${dice.below(99)}"><span>${say.noun()} ${say.adjective()}</span></a></li>`;
  return `<nav class="${name}" role="navigation"><ul class="${name}__list">${times(count, item)}</ul></nav>`;
}

function teaser(say: Sentence): string {
  const icon = `<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M${say.dice.below(24)} 4l${say.dice.below(9)} 8-8 8z"></path></svg>`;
  return `<!-- teaser ${hash(say.dice)} --><div class="teaser teaser--small"><a href="/t/${hash(say.dice)}"><div class="teaser__media"><img src="/thumb/${hash(say.dice)}.jpg" alt="" width="120" height="80"></div><h3 class="teaser__title">${say.title()}</h3></a><div class="teaser__meta"><time datetime="2025-08-13">13.8.</time>${icon}</div></div>`;
}

interface Story {
  readonly title: string;
  readonly byline: string;
  readonly body: string;
}

function frame({ title, byline, body }: Story, say: Sentence): string {
  const { dice, language } = say;
  // Some are from plain sites, some carry the state of a whole application.
  const weight = dice.pick([0.2, 0.5, 1, 1, 1, 2, 4]);
  const some = (count: number) => Math.ceil(count * weight);
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    author: { name: byline },
  };
  return `<!doctype html>
<html lang="${language.language}" class="no-js"><head><meta charset="utf-8"><title>${title} | La Gazette</title>
<meta name="viewport" content="width=device-width"><meta property="og:title" content="${title}"><meta property="og:type" content="article">
<meta name="author" content="${byline}"><meta property="article:published_time" content="2025-08-13T08:00:00Z">
<script type="application/ld+json">${JSON.stringify(data)}</script>
${style(dice, some(30))}${times(some(6), () => `<link rel="preload" href="/assets/${hash(dice)}.js" as="script">`)}
${times(some(4), () => script(dice, 12))}</head><body class="page page--article" data-page="${hash(dice)}">
<div class="cookie-banner" role="dialog" hidden><p>${say.prose(1)}</p><button type="button">OK</button></div>
<header class="site-header">${menu(say, 'primary', 24)}${menu(say, 'mega', some(30))}</header>
<div class="layout"><main><article class="article"><h1 class="article__title">${title}</h1>
<p class="article__byline"><a rel="author" href="/a/${hash(dice)}">${byline}</a></p>
<div class="share"><a href="#">Facebook</a> <a href="#">Mail</a></div><div class="article__body">
${body}</div></article></main>
<aside class="river">${times(some(26), () => teaser(say))}</aside></div>
${script(dice, some(20))}<footer>${menu(say, 'footer', some(30))}<p>© 2025 La Gazette</p></footer></body></html>`;
}

/** Each so many is the one before it once more. */
const REPEATED = 25;

/** So many pages, in French and English in turns; the same for the same seed. */
export function* makeSavedPages(count: number, seed = 1): Generator<{ id: string; html: string }> {
  for (let at = 0; at < count; at += 1) {
    const isRepeat = at % REPEATED === REPEATED - 1;
    const story = isRepeat ? at - 1 : at;
    const language = story % 2 === 0 ? FRENCH : ENGLISH;
    const say = new Sentence(new Dice(seed * 104_729 + story), language);
    const made = { title: say.title(), byline: `${say.place()} ${say.place()}`, body: makeArticle(say) };
    const html = frame(made, new Sentence(new Dice(seed * 7919 + at + 1_000_003), language));
    yield { id: `saved-${String(at).padStart(4, '0')}`, html };
  }
}
