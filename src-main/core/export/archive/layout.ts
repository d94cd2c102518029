/** What an archive consists of: names, the manifest, and what is not taken as one. */
import * as v from 'valibot';

export const ARCHIVE_FORMAT = 'dossier-archive';
/** Of the layout that README.txt describes; the notebook's own version counts by itself. */
export const ARCHIVE_VERSION = 1;

export const MANIFEST = 'manifest.json';
export const README = 'README.txt';

/** Rows of a table, from 1. */
export const dataPath = (table: string, part: number): string =>
  `data/${table}-${String(part).padStart(4, '0')}.jsonl`;

export const originalPath = (sha256: string): string => `originals/${sha256}`;

/** Nothing else is in an archive: what could lead out of a folder cannot be said with these signs. */
const NAME = /^(?:manifest\.json|README\.txt|data\/([a-z_]{1,40})-\d{4,6}\.jsonl|originals\/[0-9a-f]{64})$/;
/** As programs that pack a folder add them. */
const FOLDER = /^(?:data|originals)\/$/;

export const isName = (name: string): boolean => NAME.test(name);
export const isFolder = (name: string): boolean => FOLDER.test(name);

/** Null for what holds no rows. */
export const tableOf = (path: string): string | null => NAME.exec(path)?.[1] ?? null;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const MANIFEST_SCHEMA = v.object({
  format: v.literal(ARCHIVE_FORMAT),
  formatVersion: count,
  /** Of the notebook: the number of its last migration. */
  schemaVersion: count,
  notebook: v.string(),
  createdAt: v.string(),
  /** Rows, by table. */
  counts: v.record(v.string(), count),
  files: v.array(
    v.object({
      path: v.string(),
      bytes: count,
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    }),
  ),
});

export type Manifest = v.InferOutput<typeof MANIFEST_SCHEMA>;
export type ManifestFile = Manifest['files'][number];

/** Null for what is no manifest of an archive. */
export function parseManifest(text: string): Manifest | null {
  try {
    const parsed = v.safeParse(MANIFEST_SCHEMA, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
