/** `library.import`: everything that another program holds, in one step that can be undone. */
import { DossierError } from '../../common/contract/errors.ts';
import type { Context, MutationHandler } from '../handler.ts';
import type { LibraryItem, ParsedArticle } from '../ports.ts';
import { hashOf, packBlob } from '../storage/blobs.ts';
import { isoTime } from '../storage/columns.ts';
import { recall } from '../storage/library-memory.ts';
import { LeftOutList } from './libraries/left-out.ts';
import { storeLibrary, type PreparedItem } from './library-store.ts';
import type { PreparedCapture } from './store.ts';

export const importLibrary: MutationHandler<'library.import'> = {
  kind: 'mutation',

  async prepare(context, input) {
    const { ports, signal } = context;
    const fileName = input.fileName ?? null;
    const now = isoTime(ports.clock.now());
    const library = await ports.parser.readLibrary({ bytes: input.bytes, fileName, now }, signal);
    const leftOut = new LeftOutList();
    leftOut.addAll(library.leftOut);
    const items: PreparedItem[] = [];
    const total = library.items.length;
    for (const [done, item] of library.items.entries()) {
      if (item.file) context.progress(done, total);
      items.push({ item, full: await readFile(context, library.format, item, now, leftOut) });
    }
    const { format, notes } = library;
    const told = leftOut.list();
    return (edit) => {
      // Its own at each try: a transaction that fails with others in it is tried again by itself.
      const own = new LeftOutList();
      own.addAll(told);
      return storeLibrary(edit, { format, items, notes, leftOut: own, fileName, tags: input.tags ?? [] });
    };
  },
};

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
