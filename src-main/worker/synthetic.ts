/** Articles made of nothing but a seed, to measure with: French-like words in a rank-frequency curve as prose has. */

const SYLLABLES =
  'ba bé bi bo can cha che con da de di dou é en fa fer fi ga gé gou ha in ja jou la le li lon ma mé mi mon na né no ou pa pé pi por qua ra ré ri ron sa sé si son ta té ti tour u va vé vi von'.split(
    ' ',
  );

/**
 * Words in use, and how often another comes: a name, a slip, seldom the same again. So the vocabulary grows with the
 * text as that of news does, to some 115,000 words in 100,000 passages.
 */
const VOCABULARY = 40_000;
const STRANGERS = 1_000_000;
const STRANGE = 0.01;

/** mulberry32: small, and the same on every machine. @returns numbers in [0, 1) */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function wordAt(rank: number): string {
  const random = seededRandom(rank * 7919 + 1);
  const syllables = rank < VOCABULARY ? 1 + Math.floor(random() * 3) + (rank > 200 ? 1 : 0) : 4;
  return Array.from({ length: syllables }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('');
}

/** Zipf-like: the rank is a power of a uniform number. */
function pickWord(random: () => number): string {
  if (random() < STRANGE) return wordAt(VOCABULARY + Math.floor(random() * STRANGERS));
  return wordAt(Math.floor(VOCABULARY ** random()) - 1);
}

/** @returns plain text: a title and `paragraphs` lines of 60-100 words, each about one passage */
export function syntheticArticle(seed: number, paragraphs: number): string {
  const random = seededRandom(seed);
  const words = (count: number): string => Array.from({ length: count }, () => pickWord(random)).join(' ');
  const lines = Array.from({ length: paragraphs }, () => `${words(60 + Math.floor(random() * 40))}.`);
  return [`${words(7)} ${seed}`, ...lines].join('\n');
}
