/**
 * `library.import`: everything that another program holds, in parts of some hundred things, which all together are one
 * step of undo. Other commands are written in between. Where it ends early, what was written stays and is told; the same
 * import again goes on from there.
 */
import { DossierError } from '../../common/contract/errors.ts';
import type { SourceId } from '../../common/contract/entities.ts';
import type { ImportedLibrary, LibraryFormat } from '../../common/contract/libraries.ts';
import type { ApplyInParts, Context, MutationHandler } from '../handler.ts';
import type { LibraryItem, LibraryNote, OpenLibrary, ParsedArticle } from '../ports.ts';
import { hashOf, packBlob } from '../storage/blobs.ts';
import { isoTime } from '../storage/columns.ts';
import { recall } from '../storage/library-memory.ts';
import { LeftOutList } from './libraries/left-out.ts';
import { storePart, type PreparedItem, type PreparedPart, type StoredPart } from './library-store.ts';
import { PART } from './libraries/part.ts';
import type { PreparedCapture } from './store.ts';

export const importLibrary: MutationHandler<'library.import'> = {
  kind: 'mutation',

  prepare: (context, { bytes, fileName = null, tags = [] }) => {
    const now = isoTime(context.ports.clock.now());
    return importParts(context, bytes, { fileName, now, tags });
  },
};

interface Given {
  readonly fileName: string | null;
  readonly now: string;
  readonly tags: readonly string[];
}

async function* importParts(
  context: Context,
  bytes: Uint8Array,
  { fileName, now, tags }: Given,
): ApplyInParts<'library.import'> {
  const { ports, signal } = context;
  const library = await ports.parser.openLibrary({ bytes, fileName, now }, signal);
  const { format } = library;
  const total = new Total(format, library.count);
  total.leftOut.addAll(library.leftOut);
  try {
    for await (const { items, notes } of partsOf(library)) {
      const read: PreparedItem[] = [];
      for (const item of items) {
        if (item.file) context.progress(total.sources.length + read.length, total.all);
        read.push({ item, full: await readFile(context, format, item, now, total.leftOut) });
      }
      const { made, searched } = total;
      const part: PreparedPart = { format, items: read, notes, fileName, tags, made, searched };
      // What it is told is what its own commit came to.
      total.add((yield (edit) => storePart(edit, part)) as StoredPart);
      context.progress(total.sources.length, total.all);
    }
  } catch (error) {
    throw total.explain(error);
  } finally {
    await library.close();
  }
  return total.answer();
}

/** At least one, for a library may hold nothing that comes over: that is answered too. */
async function* partsOf(
  library: OpenLibrary,
): AsyncGenerator<{ readonly items: readonly LibraryItem[]; readonly notes: readonly LibraryNote[] }> {
  let items = await library.next();
  do {
    yield { items, notes: [] };
    items = items.length > 0 ? await library.next() : items;
  } while (items.length > 0);
  const { notes } = library;
  for (let at = 0; at < notes.length; at += PART) yield { items: [], notes: notes.slice(at, at + PART) };
}

/** What all parts so far have come to. */
class Total {
  readonly sources: ImportedLibrary['sources'][number][] = [];
  readonly leftOut = new LeftOutList();
  readonly made = new Map<SourceId, string>();
  searched = 0;
  readonly #tags = new Set<string>();
  #excerpts = 0;
  #orphans = 0;
  #notes = 0;
  #parts = 0;

  constructor(
    readonly format: LibraryFormat,
    /** Items that the library has. */
    readonly all: number,
  ) {}

  add({ sources, made, added, leftOut }: StoredPart): void {
    this.#parts += 1;
    this.sources.push(...sources);
    for (const [id, title] of made) this.made.set(id, title);
    this.leftOut.addAll(leftOut);
    this.searched = added.searched;
    this.#excerpts += added.excerpts;
    this.#orphans += added.orphans;
    this.#notes += added.notes;
    for (const tag of added.tags) this.#tags.add(tag);
  }

  answer(): ImportedLibrary {
    const sources = this.sources.filter(({ status }) => status === 'added').length;
    const [excerpts, orphans, notes] = [this.#excerpts, this.#orphans, this.#notes];
    return {
      format: this.format,
      sources: this.sources,
      added: { sources, excerpts, orphans, notes, tags: this.#tags.size },
      leftOut: this.leftOut.list(),
    };
  }

  /** Whoever learns that it ended early learns that a part of it is there. */
  explain(error: unknown): unknown {
    if (!(error instanceof DossierError) || this.#parts === 0) return error;
    const told = { what: 'library', written: this.sources.length, total: this.all };
    return new DossierError(error.code, { ...error.details, ...told }, { cause: error });
  }
}

/** The article that the library brings, unless it came over before; null where there is none that can be read. */
async function readFile(
  { notebook, ports, signal }: Context,
  format: string,
  { key, file, reference }: LibraryItem,
  now: string,
  leftOut: LeftOutList,
): Promise<PreparedCapture | null> {
  if (!file) return null;
  const memory = recall(notebook.reader, { format, part: 'source', key });
  const known =
    memory && notebook.reader.get<{ kind: string }>('SELECT kind FROM source WHERE id = ?', memory.entityId);
  if (known && known.kind !== 'reference') return null;
  try {
    const article = await ports.parser.parse({ ...file, url: reference.url, now }, signal);
    return { article: describe(article, reference), blob: await packBlob(file.bytes, hashOf(file.bytes)) };
  } catch (cause) {
    if (!(cause instanceof DossierError) || !REFUSED.has(cause.code)) throw cause;
    leftOut.add('text', 'unreadable', reference.title);
    return null;
  }
}

const REFUSED: ReadonlySet<string> = new Set(['unreadable', 'unsupported', 'too-large']);

/** The library knows better what an article is called than the bare text that it keeps. */
function describe(article: ParsedArticle, reference: ParsedArticle): ParsedArticle {
  return {
    ...article,
    title: reference.title,
    byline: reference.byline ?? article.byline,
    site: reference.site ?? article.site,
    url: reference.url,
    publishedAt: reference.publishedAt ?? article.publishedAt,
  };
}
