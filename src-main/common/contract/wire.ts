/**
 * JSON that carries bytes, for transports without structured clone. A `Uint8Array` becomes
 * `{"$bytes": "<base64>"}`; an object of the user's whose one key looks like that gets one more `$`.
 */
const KEY = '$bytes';
const LOOKALIKE = /^\$+bytes$/;

export function encodeWire(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, item: unknown) {
    // `this[key]` and not `item`: a Buffer's own toJSON has already replaced the latter.
    const raw = this[key];
    if (raw instanceof Uint8Array) return { [KEY]: toBase64(raw) };
    const sole = soleKey(item);
    return sole === null ? item : { [`$${sole}`]: (item as Record<string, unknown>)[sole] };
  });
}

/** @throws SyntaxError where `json` is not JSON */
export function decodeWire(json: string): unknown {
  // Most answers carry none, and asking each of ten thousand values costs more than reading them.
  if (!json.includes('bytes"')) return JSON.parse(json) as unknown;
  return JSON.parse(json, (_key, item: unknown) => {
    const sole = soleKey(item);
    if (sole === null) return item;
    const inner = (item as Record<string, unknown>)[sole];
    if (sole === KEY) return typeof inner === 'string' ? fromBase64(inner) : item;
    return { [sole.slice(1)]: inner };
  });
}

/** The only key of an object where it looks like the marker, else null. */
function soleKey(item: unknown): string | null {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return null;
  const keys = Object.keys(item);
  const [first] = keys;
  return keys.length === 1 && first !== undefined && LOOKALIKE.test(first) ? first : null;
}

/** What newer engines have built in, and the types do not know yet. It takes a fiftieth of the time. */
interface NativeBase64 {
  toBase64?(): string;
}
interface NativeFromBase64 {
  fromBase64?(text: string): Uint8Array;
}

/** 24 KB at a time: `String.fromCharCode(...all)` overflows the stack, and 3 divides it, so parts can be joined. */
const PART = 24_576;

function toBase64(bytes: Uint8Array): string {
  const native = (bytes as NativeBase64).toBase64?.();
  if (native !== undefined) return native;
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PART) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PART))));
  }
  return parts.join('');
}

function fromBase64(text: string): Uint8Array {
  const native = (Uint8Array as NativeFromBase64).fromBase64?.(text);
  if (native !== undefined) return native;
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  // A plain loop: a callback for each byte takes thirty times as long, seconds for a long PDF.
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
