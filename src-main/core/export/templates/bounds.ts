/**
 * What the library does not count by itself: what is captured, and texts that are made of lists. A thread that asks for
 * far more than its heap in one piece takes the process with it, so that none of these may be made first and judged later.
 */
import { CaptureTag, type Context, type Liquid } from 'liquidjs';

/** Of anything that is written by its name alone. */
const NAME = 16;

/** @returns `value`. @throws Error as the library says it of its own limits, where its text would be longer than `most` */
export function bounded(value: unknown, most: number): unknown {
  let left = most;
  const take = (part: unknown): void => {
    left -= typeof part === 'string' ? part.length : NAME;
    if (left < 0) throw new Error('output limit exceeded');
    if (typeof part !== 'object' || part === null) return;
    for (const each of Object.values(part)) take(each);
  };
  if (typeof value === 'object') take(value);
  return value;
}

/** A text that captures itself twice doubles each time, and is only laid out when something reads it. */
export function boundCaptures(engine: Liquid): void {
  engine.registerTag(
    'capture',
    class extends CaptureTag {
      override *render(context: Context): Generator<unknown, void> {
        yield super.render(context);
        const text: unknown = context.bottom()[this.variable];
        context.memoryLimit.use(typeof text === 'string' ? text.length : 0);
      }
    },
  );
}

/** The library’s filters write a list as one text before they count it. */
export function boundLists(engine: Liquid): void {
  for (const [name, filter] of Object.entries(engine.filters)) {
    const handler = typeof filter === 'function' ? filter : filter.handler;
    const counting: typeof handler = function (...values: unknown[]): unknown {
      for (const each of values) this.context.memoryLimit.check(lengthOf(each));
      return Reflect.apply(handler, this, values);
    };
    engine.registerFilter(name, typeof filter === 'function' ? counting : { ...filter, handler: counting });
  }
}

/** Of a list’s texts one after the other; lists in it are counted too. */
function lengthOf(value: unknown): number {
  if (!Array.isArray(value)) return 0;
  const lengths = value.map((each: unknown) =>
    typeof each === 'string' ? each.length : NAME + lengthOf(each),
  );
  return lengths.reduce((sum, length) => sum + length, 0);
}
