/** Front matter: the block of YAML at the top of a Markdown file. */
import { parse, YAMLParseError } from 'yaml';
import { cleanAddress } from '../details/addresses.ts';
import { NO_DETAILS, tidy, tidyByline, type Details, type Extracted } from '../details/details.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A few lines by nature; a parser of untrusted text gets no more. */
const MAX_LENGTH = 64 * 1024;

const IGNORED = {
  code: 'front-matter-ignored',
  message: 'The front matter is not valid YAML and was ignored.',
};

function parseYaml(text: string): Fields | null {
  if (text.length > MAX_LENGTH) return null;
  try {
    // The failsafe schema makes strings of everything: `2025-08-13` and `no` stay what was written.
    const value: unknown = parse(text, { schema: 'failsafe', maxAliasCount: 10, logLevel: 'error' });
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch (cause) {
    if (cause instanceof YAMLParseError || cause instanceof ReferenceError || cause instanceof RangeError)
      return null;
    throw cause;
  }
}

/** The first of several fields that holds a text or a list of texts. */
function fieldOf(fields: Fields, ...names: readonly string[]): string | null {
  for (const name of names) {
    const values = [fields[name]].flat().map(tidy);
    const text = tidy(values.filter((value) => value !== null).join(', '));
    if (text !== null) return text;
  }
  return null;
}

export function readFrontMatter(yaml: string): { details: Details; warnings: Extracted['warnings'] } {
  const given = parseYaml(yaml);
  if (!given) return { details: NO_DETAILS, warnings: yaml.trim() === '' ? [] : [IGNORED] };
  const fields = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]),
  );
  const source = fieldOf(fields, 'source');
  const details = {
    title: fieldOf(fields, 'title', 'titre'),
    byline: tidyByline(fieldOf(fields, 'author', 'authors', 'byline', 'auteur', 'auteurs')),
    site:
      fieldOf(fields, 'site', 'outlet', 'publication', 'publisher') ?? (cleanAddress(source) ? null : source),
    url: cleanAddress(fieldOf(fields, 'url', 'link', 'canonical')) ?? cleanAddress(source),
    published: fieldOf(fields, 'date', 'published', 'published_at', 'publishedat', 'created'),
    language: fieldOf(fields, 'lang', 'language', 'langue'),
  };
  return { details, warnings: [] };
}
