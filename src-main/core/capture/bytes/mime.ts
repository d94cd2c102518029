/**
 * MIME as browsers write pages in it. Own, since parsers of mail join all HTML parts into one, leave out where a
 * part comes from, and believe its label more than its bytes.
 */
export interface MimePart {
  /** Names in lower case; values on one line. */
  readonly headers: ReadonlyMap<string, string>;
  /** Still encoded; a character a byte. */
  readonly body: string;
}

export interface MimeParts {
  readonly parts: Iterable<MimePart>;
  /** Both a boundary that is named and the line that says that nothing follows. */
  readonly isWhole: boolean;
}

/** Longer heads are none. */
const MAX_HEAD = 64 * 1024;
const HEADER = /^([!-9;-~]+):[ \t]*(.*)$/;

/** A character a byte, so that offsets are those of the bytes. */
export function readLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

export function parsePart(text: string): MimePart {
  const end = /\r?\n\r?\n/.exec(text.slice(0, MAX_HEAD));
  const head = text.slice(0, end?.index ?? 0).replace(/\r?\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/)) {
    const [, name = '', value = ''] = HEADER.exec(line) ?? [];
    if (name !== '' && !headers.has(name.toLowerCase())) headers.set(name.toLowerCase(), value.trim());
  }
  return { headers, body: end ? text.slice(end.index + end[0].length) : text };
}

/** The media type of a part in lower case; empty where it has none. */
export function typeOf({ headers }: MimePart): string {
  return (headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

/** A parameter of a part's media type. */
export function parameterOf({ headers }: MimePart, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;"]+))`, 'i').exec(
    headers.get('content-type') ?? '',
  );
  return found?.[1] ?? found?.[2] ?? null;
}

/**
 * What lies between the boundaries; where none is named, or one that does not occur, the first line that looks like
 * one is taken for it.
 */
export function partsOf(part: MimePart): MimeParts {
  const given = parameterOf(part, 'boundary');
  const named = given !== null && given !== '' && part.body.includes(`--${given}`) ? given : null;
  const boundary = named ?? /^--(\S{1,200})[ \t]*\r?$/m.exec(part.body.slice(0, MAX_HEAD))?.[1] ?? null;
  if (boundary === null) return { parts: [], isWhole: false };
  const isWhole = named !== null && part.body.includes(`\n--${boundary}--`);
  return { parts: splitParts(part.body, `\n--${boundary}`), isWhole };
}

function* splitParts(body: string, delimiter: string): Generator<MimePart> {
  const text = `\n${body}`;
  for (let at = text.indexOf(delimiter); at >= 0;) {
    const start = at + delimiter.length;
    if (text.startsWith('--', start)) return;
    const line = text.indexOf('\n', start);
    const next = text.indexOf(delimiter, start);
    const content = text.slice(line < 0 ? text.length : line + 1, next < 0 ? text.length : next);
    // The line end before a boundary belongs to it.
    yield parsePart(content.replace(/\r$/, ''));
    at = next;
  }
}

/** The bytes of a part. */
export function decodeBody({ headers, body }: MimePart): Uint8Array {
  const encoding = headers.get('content-transfer-encoding')?.trim().toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  return encoding === 'quoted-printable' ? decodeQuoted(body) : Buffer.from(body, 'latin1');
}

/** Quoted-printable; what is no code stays as it is written. */
function decodeQuoted(text: string): Uint8Array {
  const plain = text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(plain, 'latin1');
}
