/** What the head of an answer says of its body. */
import type { IncomingHttpHeaders } from 'node:http';

const MAX_NAME = 200;

const NOT_IN_NAME = /[\0-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g;

/** In lower case, without parameters; empty where there is none. */
export function mediaTypeOf(headers: IncomingHttpHeaders): string {
  return (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

export function charsetOf(headers: IncomingHttpHeaders): string | null {
  const [, quoted, plain] =
    /;\s*charset\s*=\s*(?:"([^"]{1,40})"|([^\s;"]{1,40}))/i.exec(headers['content-type'] ?? '') ?? [];
  return quoted ?? plain ?? null;
}

/** The name that the server gives, else the last part of the path; without folders, null where there is none. */
export function fileNameOf(headers: IncomingHttpHeaders, url: URL): string | null {
  const disposition = (headers['content-disposition'] ?? '').slice(0, 2000);
  return (
    cleanName(decodePercent(/filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(disposition)?.[1])) ??
    cleanName(/filename\s*=\s*"([^"]*)"/i.exec(disposition)?.[1]) ??
    cleanName(/filename\s*=\s*([^\s;"]+)/i.exec(disposition)?.[1]) ??
    cleanName(decodePercent(url.pathname.split('/').at(-1)))
  );
}

function decodePercent(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text);
  } catch (cause) {
    // A lone percent sign: the name as it is written.
    if (cause instanceof URIError) return text;
    throw cause;
  }
}

function cleanName(name: string | undefined): string | null {
  const clean = (name ?? '').split(/[/\\]/).at(-1)?.replace(NOT_IN_NAME, '').trim().slice(-MAX_NAME) ?? '';
  return clean === '' || /^\.+$/.test(clean) ? null : clean.toWellFormed();
}
