/** What the guide is made of: words only; the screen decides how each kind looks. */
export type GuideBlock =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'steps'; readonly items: readonly string[] }
  /** What is typed, and what it means. */
  | { readonly kind: 'syntax'; readonly items: readonly (readonly [string, string])[] }
  /** A shortcut as the app notates it (`Mod+K`), and what it does. */
  | { readonly kind: 'keys'; readonly items: readonly (readonly [string, string])[] };

export interface GuideSection {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly GuideBlock[];
}

export interface GuideWords {
  readonly title: string;
  readonly lead: string;
  readonly contents: string;
  readonly trySample: string;
  readonly sections: readonly GuideSection[];
}
