/** Fills a notebook by random commands: any Unicode, highlights that overlap or are lost, verdicts, trash, undo. */
import type { ClaimId, ExcerptId, SourceId } from '../../src-main/common/contract/entities.ts';
import { COLORS, STANCES } from '../../src-main/common/contract/entities.ts';
import type { Dice } from './dice.ts';
import { bytesOf, type TestEngine } from './engine.ts';

/** Ranges of code points that have broken programs: ASCII, accents, marks, bidirectional, CJK, emoji, private. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x300, 0x36f],
  [0x590, 0x6ff],
  [0x2000, 0x206f],
  [0x4e00, 0x4eff],
  [0xe000, 0xe010],
  [0x1f300, 0x1f64f],
] as const;

export function randomText(dice: Dice, length: number): string {
  return Array.from({ length }, () => {
    if (dice.chance(0.2)) return ' ';
    const [from, to] = dice.chance(0.5) ? RANGES[0] : dice.pick(RANGES);
    return String.fromCodePoint(from + dice.below(to - from + 1));
  }).join('');
}

/** Never empty, as a title or a reason has to be. */
const named = (dice: Dice): string => `n${randomText(dice, 1 + dice.below(30))}`;

type Run = TestEngine['run'];
type Tries = TestEngine['codeOf'];

export async function fillRandomly({ run, codeOf }: TestEngine, dice: Dice): Promise<void> {
  const sources = await addSources(run, dice);
  const excerpts = await highlight(run, codeOf, sources, dice);
  for (const source of sources) if (dice.chance(0.4)) await recapture(run, source, dice);
  const claims = await claim(run, codeOf, excerpts, dice);
  for (let left = dice.below(4); left > 0; left -= 1) {
    await run('note.add', { title: named(dice), body: randomText(dice, 80), tags: [named(dice)] });
  }
  await codeOf('tag.add', { name: named(dice), meaning: randomText(dice, 20), aliases: [named(dice)] });
  await run('setting.set', {
    key: 'colors.names',
    value: { yellow: randomText(dice, 5), nested: [null, 1.5] },
  });
  if (dice.chance(0.5)) await run('setting.set', { key: 'some.thing', value: null });
  await discard(codeOf, { sources, excerpts, claims }, dice);
}

interface RandomSource {
  readonly id: SourceId;
  readonly url: string;
}

async function addSources(run: Run, dice: Dice): Promise<RandomSource[]> {
  const sources: RandomSource[] = [];
  for (let number = 1 + dice.below(3); number > 0; number -= 1) {
    const url = `https://example.org/${number}`;
    const { id } = await run('source.import', {
      bytes: bytesOf(paragraphs(dice)),
      fileName: 'a.txt',
      title: named(dice),
      url,
      tags: dice.chance(0.5) ? [named(dice), named(dice)] : [],
    });
    sources.push({ id, url });
  }
  return sources;
}

const paragraphs = (dice: Dice): string =>
  Array.from({ length: 2 + dice.below(5) }, () => `word ${randomText(dice, 20 + dice.below(100))} end`).join(
    '\n\n',
  );

async function recapture(run: Run, { url }: RandomSource, dice: Dice): Promise<void> {
  await run('source.import', { bytes: bytesOf(paragraphs(dice)), fileName: 'a.txt', url });
}

async function highlight(
  run: Run,
  codeOf: Tries,
  sources: readonly RandomSource[],
  dice: Dice,
): Promise<ExcerptId[]> {
  for (const { id } of sources) {
    const { text } = (await run('source.get', { id })).source;
    for (let left = dice.below(6); left > 0; left -= 1) {
      const start = dice.below(text.length);
      const end = Math.min(text.length, start + 1 + dice.below(60));
      await codeOf('excerpt.add', {
        source: id,
        quote: text.slice(start, end),
        range: { start, end },
        color: dice.pick(COLORS),
        note: randomText(dice, dice.below(20)),
        tags: dice.chance(0.3) ? [named(dice)] : [],
      });
    }
  }
  const { excerpts } = await run('excerpt.list', {});
  for (const { id } of excerpts)
    if (dice.chance(0.3)) await run('excerpt.edit', { id, note: randomText(dice, 9) });
  return excerpts.map(({ id }) => id);
}

async function claim(
  run: Run,
  codeOf: Tries,
  excerpts: readonly ExcerptId[],
  dice: Dice,
): Promise<ClaimId[]> {
  const claims: ClaimId[] = [];
  for (let left = dice.below(4); left > 0; left -= 1) {
    const { id } = (await run('claim.add', { statement: named(dice), note: randomText(dice, 10) })).claim;
    claims.push(id);
    for (const excerpt of excerpts) {
      if (dice.chance(0.4))
        await codeOf('claim.attach', {
          id,
          excerpt,
          stance: dice.pick(STANCES),
          origin: randomText(dice, 4),
        });
    }
    for (let verdicts = dice.below(5); verdicts > 0; verdicts -= 1) {
      const judge = dice.pick(['claim.verify', 'claim.dispute', 'claim.reopen'] as const);
      await codeOf(judge, { id, reason: named(dice) });
      if (dice.chance(0.2)) await codeOf('history.undo', {});
    }
  }
  return claims;
}

interface Made {
  readonly sources: readonly RandomSource[];
  readonly excerpts: readonly ExcerptId[];
  readonly claims: readonly ClaimId[];
}

async function discard(codeOf: Tries, { sources, excerpts, claims }: Made, dice: Dice): Promise<void> {
  for (const id of excerpts) if (dice.chance(0.2)) await codeOf('excerpt.remove', { id });
  for (const id of claims) if (dice.chance(0.2)) await codeOf('claim.remove', { id });
  for (const { id } of sources) if (dice.chance(0.2)) await codeOf('source.remove', { id });
  if (dice.chance(0.5)) await codeOf('history.undo', {});
}
