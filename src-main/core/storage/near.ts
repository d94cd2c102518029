/**
 * Sources that are nearly the same. Hashes that two signatures share say where to look; the texts themselves say how
 * much of them is the same. Nothing here decides what to do about it.
 */
import type { Near, SourceId, VersionId } from '../../common/contract/entities.ts';
import { Comparand, compareTexts, judge, type Coverage } from '../../common/similarity/resemblance.ts';
import { overlapOf } from '../../common/similarity/signature.ts';
import type { Reader } from './connection.ts';
import { holdersOf, numbersOf, readHolder, readSignature, type StoredSignature } from './signatures.ts';

/** Of a long text the smallest hashes are looked up: they are a sample, as all of them are. */
const MOST_LOOKUPS = 512;
/** Page furniture stands in thousands of texts, and tells nothing: of each hash only the newest holders count. */
const MOST_HOLDERS = 128;
/** Signatures that are looked at for each text that is compared, those that hold the most of the hashes first. */
const CANDIDATES_EACH = 4;
/** Texts that are compared where nothing else is asked for. */
const MOST_COMPARED = 12;
/** A smaller share of common hashes is chance, or page furniture. */
const LEAST_SHARE = 0.1;
/** Words that are read to compare: what goes beyond is judged by its signature, which is long then, and so sure. */
const MOST_WORDS = 60_000;

interface Candidate {
  readonly source: SourceId;
  readonly signature: StoredSignature;
  readonly version: VersionId;
  readonly share: number;
}

/**
 * Live sources near the current version of `source`, the most similar first; none where it is not signed yet.
 * @param most texts that are compared, those with the largest share of common hashes first
 */
export function findNear(
  reader: Reader,
  source: SourceId,
  version: VersionId,
  most = MOST_COMPARED,
): readonly Near[] {
  const own = readSignature(reader, version);
  if (!own) return [];
  const candidates = listCandidates(reader, source, own, most);
  if (candidates.length === 0) return [];
  const comparison = new Comparison(reader, own, version);
  return candidates
    .flatMap((candidate) => {
      const resemblance = judge(...comparison.compare(candidate));
      return resemblance ? [{ id: candidate.source, ...resemblance }] : [];
    })
    .sort((a, b) => b.similarity - a.similarity);
}

function listCandidates(
  reader: Reader,
  source: SourceId,
  own: StoredSignature,
  most: number,
): readonly Candidate[] {
  return listHolders(reader, source, own)
    .slice(0, most * CANDIDATES_EACH)
    .flatMap((number) => readCandidate(reader, number, own) ?? [])
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share || b.signature.number - a.signature.number)
    .slice(0, most);
}

/** Signatures of other sources, those that hold the most of our hashes first. */
function listHolders(reader: Reader, source: SourceId, own: StoredSignature): readonly number[] {
  const held = new Map<number, number>();
  for (const hash of own.hashes.subarray(0, MOST_LOOKUPS)) {
    for (const number of holdersOf(reader, hash, MOST_HOLDERS)) held.set(number, (held.get(number) ?? 0) + 1);
  }
  for (const number of numbersOf(reader, source)) held.delete(number);
  return [...held].sort((a, b) => b[1] - a[1]).map(([number]) => number);
}

/** Null where it is not the current version of a live source. */
function readCandidate(reader: Reader, number: number, own: StoredSignature): Candidate | null {
  const holder = readHolder(reader, number);
  if (!holder) return null;
  const { source, version, signature } = holder;
  const { one, other, shared } = overlapOf(own, signature);
  return { source, version, signature, share: shared / Math.max(1, Math.min(one, other)) };
}

/** Reads the texts of one question, its own but once. */
class Comparison {
  readonly #own: Comparand | null;
  #left = MOST_WORDS;

  constructor(
    readonly reader: Reader,
    readonly own: StoredSignature,
    version: VersionId,
  ) {
    this.#own = own.words <= MOST_WORDS ? this.#read(version) : null;
  }

  compare({ signature, version }: Candidate): readonly [Coverage, Coverage] {
    if (!this.#own || signature.words > this.#left) return estimate(this.own, signature);
    this.#left -= signature.words;
    return compareTexts(this.#own, this.#read(version));
  }

  #read(version: VersionId): Comparand {
    const row = this.reader.get<{ text: string }>('SELECT text FROM version WHERE id = ?', version);
    return new Comparand(row?.text ?? '');
  }
}

function estimate(one: StoredSignature, other: StoredSignature): readonly [Coverage, Coverage] {
  const overlap = overlapOf(one, other);
  const cover = (words: number, of: number): Coverage => ({
    words,
    covered: (words * overlap.shared) / Math.max(1, of),
  });
  return [cover(one.words, overlap.one), cover(other.words, overlap.other)];
}
