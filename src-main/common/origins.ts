/** Who said it first: what makes two pieces of evidence of one claim one voice, wherever they are counted. */

/** A piece of evidence of one claim. */
export interface Told {
  readonly source: string;
  /** Who said it first, as typed; empty for the document itself. */
  readonly origin: string;
}

/** Outlet, author and title of a source: what others may call it by. */
export interface Named {
  readonly title: string;
  readonly site: string | null;
  readonly byline: string | null;
}

/** Without case, normal form and needless spaces. */
export function nameKey(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** What makes two origins one: an empty one is its document's own. */
export function originKey(origin: string, source: string): string {
  const name = nameKey(origin);
  return name === '' ? `document ${source}` : `origin ${name}`;
}

export function namesOf(source: Named | undefined): readonly string[] {
  return [source?.site, source?.byline, source?.title].map((name) => nameKey(name ?? '')).filter(Boolean);
}

/**
 * Of one claim, the documents that name nobody and are what others name as their origin, with that name: the original
 * and who repeats it are one voice. Where several documents are called so, it is not known which is meant, and each stays
 * its own.
 */
export function originalsOf(
  evidence: readonly Told[],
  source: (id: string) => Named | undefined,
): ReadonlyMap<string, string> {
  const originals = new Map<string, string>();
  const named = evidence.filter(({ origin }) => origin.trim() !== '');
  if (named.length === 0 || named.length === evidence.length) return originals;
  const called = new Map<string, Set<string>>();
  for (const told of evidence) {
    if (told.origin.trim() !== '') continue;
    for (const name of namesOf(source(told.source)))
      called.set(name, (called.get(name) ?? new Set()).add(told.source));
  }
  for (const { origin } of named) {
    const [original, ...others] = called.get(nameKey(origin)) ?? [];
    if (original !== undefined && others.length === 0) originals.set(original, origin.trim());
  }
  return originals;
}
