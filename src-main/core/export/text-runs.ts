/** Texts in runs of at least `length` UTF-16 units, the last perhaps of less; none is empty. */
export function* textRuns(texts: Iterable<string>, length: number): Generator<readonly string[]> {
  let run: string[] = [];
  let left = length;
  for (const text of texts) {
    run.push(text);
    left -= text.length;
    if (left > 0) continue;
    yield run;
    [run, left] = [[], length];
  }
  if (run.length > 0) yield run;
}
