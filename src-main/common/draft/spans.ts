/** Stretches of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words that both sides write differently at the same place; an empty range is where words were left out. */
export interface Difference extends Span {
  /** What stands there in the source; empty where the draft added words. */
  readonly was: string;
}
