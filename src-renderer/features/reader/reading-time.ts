/** Words a minute of attentive silent reading of articles, in French and in English alike. */
const PACE = 230;

export function minutesToRead(words: number): number {
  return Math.max(1, Math.round(words / PACE));
}
