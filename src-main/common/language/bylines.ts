/** A byline as the people and bodies it names, for formats that sort by family name. */

export type Author = { readonly family: string; readonly given: string } | { readonly literal: string };

/** More of them than any byline names; a text that was taken for one does not become a list of thousands. */
const MOST = 100;

/** What belongs to the family name that follows it. */
const PARTICLES: ReadonlySet<string> = new Set(
  'de du des la le les van von der den ter ten di da del della dos das al el bin ibn'.split(' '),
);

/** Words that a body has in its name, and hardly a person: a body is not turned round. */
const BODIES =
  /\b(?:agence|agency|press|presse|news|reuters|afp|ministère|ministry|rédaction|editorial|staff|team|équipe|institut|institute|university|université|bureau|council|conseil|association|commission|group|groupe|the|journal|times|media|médias?|observatoire|centre|center|foundation|fondation|office)\b/iu;

/** « avec AFP », “with Reuters”: those are named too. */
const SEPARATORS = /\s*(?:;|\s&\s|\s(?:and|et|avec|with|und|y)\s|\s\/\s|\s\|\s)\s*/iu;

export function splitByline(byline: string | null): Author[] {
  if (byline === null) return [];
  const parts = byline.replace(/\s+/gu, ' ').trim().split(SEPARATORS);
  return parts.flatMap(splitCommas).slice(0, MOST).map(toAuthor);
}

/** Names in a row, or one name with the family before the comma. */
function splitCommas(part: string): readonly string[] {
  const names = part
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const [family = '', given = ''] = names;
  const isTurned = names.length === 2 && (!family.includes(' ') || !given.includes(' '));
  return isTurned && isPerson(family) && isPerson(given) ? [`${family}, ${given}`] : names;
}

const isPerson = (name: string): boolean => !BODIES.test(name) && !/\d/u.test(name) && !isInitials(name);

/** AFP, BBC: no person’s name. */
const isInitials = (name: string): boolean => /^\p{Lu}[\p{Lu}.]+$/u.test(name);

const MOST_WORDS = 5;

function toAuthor(name: string): Author {
  const [before = '', after] = name.split(', ');
  if (after !== undefined) return { family: before, given: after };
  const words = name.split(' ');
  if (words.length < 2 || words.length > MOST_WORDS || !isPerson(name)) return { literal: name };
  let at = words.length - 1;
  while (at > 1 && PARTICLES.has((words[at - 1] ?? '').toLowerCase())) at -= 1;
  return { family: words.slice(at).join(' '), given: words.slice(0, at).join(' ') };
}
