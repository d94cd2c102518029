/** Selectors of the Web Annotation model, as W3C and Hypothesis write them: what quotation they name, and about where. */
import { field, fieldsOf, listOf, textIn, textOf, type Fields } from './fields.ts';

export interface Selected {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly near: number | null;
  /** Kinds of selectors that say nothing of a quotation, where none does. */
  readonly others: readonly string[];
}

/** Within each other by `refinedBy`; deeper ones are nobody's. */
const DEEPEST = 16;

function* selectorsOf(value: unknown): Generator<Fields> {
  const queue: (readonly [unknown, number])[] = listOf(value).map((each) => [each, 0] as const);
  for (let at = 0; at < queue.length; at += 1) {
    const [each, depth] = queue[at] ?? [null, 0];
    const fields = fieldsOf(each);
    if (!fields) continue;
    yield fields;
    if (depth >= DEEPEST) continue;
    // `Choice` and lists of alternatives hold others.
    for (const inner of [...listOf(field(fields, 'refinedBy')), ...listOf(field(fields, 'items'))])
      queue.push([inner, depth + 1]);
  }
}

export function readSelectors(value: unknown): Selected {
  let quote: Fields | null = null;
  let near: number | null = null;
  const others: string[] = [];
  for (const selector of selectorsOf(value)) {
    const type = textIn(selector, 'type', '@type').replace(/^oa:/, '');
    const start = Number(textOf(field(selector, 'start')));
    if (type === 'TextPositionSelector' && Number.isSafeInteger(start) && start >= 0) near ??= start;
    // Within a refined selection the innermost quotation is what was marked.
    else if (type === 'TextQuoteSelector' && textIn(selector, 'exact') !== '') quote = selector;
    else others.push(type || '?');
  }
  const written = (name: string) => textOf(field(quote, name));
  return { quote: written('exact'), prefix: written('prefix'), suffix: written('suffix'), near, others };
}
