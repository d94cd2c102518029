/** Highlights carried over to a new version: exact, moved (to be confirmed) or orphan. Never guessed, never lost. */
import type { Anchor, Carried, Excerpt, SourceId, VersionId } from '../../common/contract/entities.ts';
import { FoldedText } from '../../common/document/folded-text.ts';
import { findQuotation } from '../../common/document/quote-match.ts';
import { Relocator } from '../../common/document/relocate/relocator.ts';
import { describeRange } from '../../common/document/selectors.ts';
import { NOWHERE, readStood, returnTo } from './anchors.ts';
import type { Edit } from './edit.ts';
import { listExcerpts } from './excerpts.ts';
import { readVersionText } from './sources.ts';

export interface Carry {
  readonly source: SourceId;
  readonly from: VersionId;
  readonly to: VersionId;
  /** Canonical text of `to`. */
  readonly text: string;
  /** Where an excerpt should stand now, where that is known; `isSame`: beside other words, but the same passage. */
  readonly placeOf?: (excerpt: Excerpt) => { readonly near: number; readonly isSame: boolean };
}

/** Characters by which two copies of a passage may have drifted apart. */
const SAME_PLACE = 200;
/** Versions whose texts are compared as a whole; on older ones there are orphans, found by their own words. */
const MOST_VERSIONS = 4;

interface Place {
  readonly start: number;
  readonly end: number;
  readonly anchor: Anchor;
}

/**
 * An orphan stays on the version where it stands, so that it can still be read in its place, and is looked for
 * again in each later one: what was taken from a page may come back. So does one that was moved and not confirmed, on
 * the version where the user made it or confirmed it last.
 * @returns how many there are of each, those included that were orphans before
 */
export function carryExcerpts(edit: Edit, carry: Carry): Carried {
  const carried = { exact: 0, moved: 0, orphan: 0 };
  const excerpts = listExcerpts(edit.reader, { source: carry.source }).filter(
    ({ versionId, anchor }) => versionId === carry.from || anchor === 'orphan',
  );
  const finder = new Finder(edit, carry);
  for (const excerpt of excerpts) {
    const place = finder.find(excerpt);
    if (place) settle(edit, carry, excerpt, place);
    else leave(edit, excerpt);
    carried[place?.anchor ?? 'orphan'] += 1;
  }
  return carried;
}

class Finder {
  // Once for all of them, and not at all where there are none.
  #folded: FoldedText | null = null;
  readonly #relocators = new Map<VersionId, Relocator>();

  constructor(
    private readonly edit: Edit,
    private readonly carry: Carry,
  ) {}

  find(excerpt: Excerpt): Place | null {
    const placed = this.carry.placeOf?.(excerpt);
    return (placed && this.#findNear(excerpt, placed.near)) ?? this.#relocate(excerpt);
  }

  get #text(): FoldedText {
    return (this.#folded ??= new FoldedText(this.carry.text));
  }

  #findNear({ exact, prefix, suffix, anchor }: Excerpt, near: number): Place | null {
    const match = findQuotation(this.#text, { quote: exact, prefix, suffix, near });
    if (match.kind !== 'found' || Math.abs(match.start - near) > SAME_PLACE) return null;
    return { ...match, anchor: anchor === 'exact' ? 'exact' : match.anchor };
  }

  #relocate(excerpt: Excerpt): Place | null {
    const { exact: quote, prefix, suffix, start, end } = excerpt;
    const found = this.#relocatorOf(excerpt.versionId).find({ quote, prefix, suffix, place: { start, end } });
    if (found.kind !== 'found') return null;
    // What was moved and not confirmed is not exact because it stands still.
    return { ...found.place, anchor: excerpt.anchor === 'moved' ? 'moved' : found.anchor };
  }

  #relocatorOf(version: VersionId): Relocator {
    let relocator = this.#relocators.get(version);
    if (!relocator) {
      const isCompared = this.#relocators.size < MOST_VERSIONS;
      const before = isCompared ? readVersionText(this.edit.reader, this.carry.source, version) : null;
      relocator = new Relocator(before === null ? null : new FoldedText(before), this.#text);
      this.#relocators.set(version, relocator);
    }
    return relocator;
  }
}

function settle(edit: Edit, { to, text }: Carry, excerpt: Excerpt, { start, end, anchor }: Place): void {
  edit.update('excerpt', excerpt.id, {
    version_id: to,
    start_offset: start,
    end_offset: end,
    ...describeRange(text, start, end),
    anchor,
    kept: 0,
    updated_at: edit.now,
    ...stoodColumns(excerpt, anchor),
  });
}

/** What a moved one is compared with is where it was confirmed last, however often it was moved since. */
function stoodColumns(
  { anchor: before, versionId, start, end }: Excerpt,
  anchor: Anchor,
): Readonly<Record<string, string | number | null>> {
  if (anchor === 'exact') return NOWHERE;
  return before === 'moved' ? {} : { stood_version_id: versionId, stood_start: start, stood_end: end };
}

function leave(edit: Edit, excerpt: Excerpt): void {
  const stood = excerpt.anchor === 'moved' ? readStood(edit.reader, excerpt.id) : null;
  if (!stood) edit.update('excerpt', excerpt.id, { anchor: 'orphan' });
  else returnTo(edit, excerpt, stood, 0);
}
