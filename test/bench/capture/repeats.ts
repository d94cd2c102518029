/**
 * How well and how fast sources that are nearly the same are found, on made-up families with known answers:
 *
 *     node --experimental-transform-types test/bench/capture/repeats.ts [FAMILIES] [OTHERS]
 *
 * FAMILIES (100) articles in each language are edited, cut into longer ones, translated and published with the same
 * furniture; OTHERS (10,000) sources stand around them. Ends with code 1 where less is found than is promised.
 */
import { TextMaker, type Language } from '../../support/text-families.ts';
import { NearLibrary } from './near-library.ts';

const EDITS = [0.01, 0.03, 0.05, 0.1, 0.2, 0.3];
const LENGTHS = [60, 120, 250, 500, 1000, 2000];
const PROMISED = { recall: 0.97, precision: 0.99 };

const [, , familiesGiven = '100', othersGiven = '10000'] = process.argv;
const library = new NearLibrary();
const maker = new TextMaker(71);

interface Probe {
  readonly what: string;
  readonly id: string;
  /** What must be found; empty where nothing may be. */
  readonly of: string | null;
}

function addFamily(language: Language, at: number): Probe[] {
  const base = maker.article(LENGTHS[at % LENGTHS.length] ?? 500, language);
  const of = library.add(base);
  const edits = EDITS.map((share) => ({
    what: `${share * 100} % edited`,
    id: library.add(maker.edited(base, share, language)),
    of,
  }));
  const around = `${maker.article(800, language)}\n\n${base}\n\n${maker.article(700, language)}`;
  return [
    ...edits,
    { what: 'within a longer one', id: library.add(around), of },
    { what: 'translated', id: library.add(maker.translated(base)), of: null },
  ];
}

/** Pages of one site: a quarter to a third of each is the same. */
function addSite(language: Language): Probe[] {
  const furniture = maker.article(100, language);
  return Array.from({ length: 30 }, (_, at) => ({
    what: 'page of a site',
    id: library.add(`${maker.article(200 + at * 20, language)}\n\n${furniture}`),
    of: null,
  }));
}

function addShort(language: Language): Probe[] {
  const text = maker.sentence(35, language);
  const of = library.add(text);
  return [
    { what: 'short and equal', id: library.add(text), of },
    { what: 'short and nearly equal', id: library.add(`${text} ${maker.sentence(2, language)}`), of: null },
  ];
}

const probes = (['en', 'fr'] as const).flatMap((language) => [
  ...Array.from({ length: Number(familiesGiven) }, (_, at) => addFamily(language, at)).flat(),
  ...Array.from({ length: 5 }, () => addSite(language)).flat(),
  ...Array.from({ length: 20 }, () => addShort(language)).flat(),
]);
for (let other = 0; other < Number(othersGiven); other++) {
  const id = library.add(maker.article(400, other % 2 ? 'en' : 'fr'));
  if (other % 50 === 0) probes.push({ what: 'another text', id, of: null });
}

/** A family's members are near each other too: only what is of no family, or of another one, is wrong. */
const familyOf = new Map(probes.flatMap(({ id, of }) => (of === null ? [] : [[id, of] as const])));
const rootOf = (id: string): string => familyOf.get(id) ?? id;

let [found, wanted, right, answered] = [0, 0, 0, 0];
for (const [what, group] of Map.groupBy(probes, (probe) => probe.what)) {
  let hits = 0;
  let wrong = 0;
  for (const { id, of } of group) {
    const near = library.near(id, what);
    if (of !== null && near.some((each) => each.id === of)) hits += 1;
    const others = near.filter((each) => rootOf(each.id) !== rootOf(of ?? id));
    wrong += others.length;
    answered += near.length;
    right += near.length - others.length;
  }
  if (group[0]?.of !== null) [found, wanted] = [found + hits, wanted + group.length];
  const recall = group[0]?.of === null ? '' : `found ${((100 * hits) / group.length).toFixed(1)} %, `;
  console.log(`${what.padEnd(24)} ${recall}wrong ${wrong} (of ${group.length})`);
}
const { recall, precision } = { recall: found / wanted, precision: right / Math.max(1, answered) };
console.log(`recall ${recall.toFixed(4)}, precision ${precision.toFixed(4)}`);
console.log(library.report());
process.exitCode = recall >= PROMISED.recall && precision >= PROMISED.precision ? 0 : 1;
