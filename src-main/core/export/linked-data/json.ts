/** JSON that may stand within a page's `<script>`: nothing in it ends one, or begins a comment. */
export function writeJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2).replaceAll('<', '\\u003c')}\n`;
}

/** A thing of the notebook where an address of it is asked for: it has none on the web. */
export const toUrn = (id: string): string => `urn:uuid:${id}`;
