/** JSON that may stand within a page's `<script>`: nothing in it ends one, or begins a comment. */
export function writeJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replaceAll('<', '\\u003c')}\n`;
}

const EMPTY_LIST = '"items": []';

/** As `writeJson`, of a value that ends with `items`, which is empty and is filled with `items` bit by bit. */
export function* writeJsonList(value: unknown, items: Iterable<unknown>): Generator<string> {
  const json = writeJson(value);
  const at = json.lastIndexOf(EMPTY_LIST) + EMPTY_LIST.length - 1;
  const indent = ' '.repeat(6);
  yield json.slice(0, at);
  let before = `\n${indent}`;
  for (const item of items) {
    // No line break stands within a value of JSON.
    yield before + writeJson(item).trimEnd().replaceAll('\n', `\n${indent}`);
    before = `,\n${indent}`;
  }
  yield (before.startsWith(',') ? '\n    ' : '') + json.slice(at);
}

/** A thing of the notebook where an address of it is asked for: it has none on the web. */
export const toUrn = (id: string): string => `urn:uuid:${id}`;
