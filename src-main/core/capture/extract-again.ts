/** Another extraction from bytes that are stored already: the whole page, a region of it, or its article again. */
import type { Checked, Output } from '../../common/contract/commands.ts';
import { DETAIL_NAMES, type Source } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { isPageKind } from '../../common/contract/source-formats.ts';
import type { Context, MutationHandler, QueryHandler } from '../handler.ts';
import type { CaptureInput, PackedBlob, ParsedArticle } from '../ports.ts';
import { readBlob } from '../storage/blobs.ts';
import { isoTime } from '../storage/columns.ts';
import type { Edit } from '../storage/edit.ts';
import { readResources } from '../storage/images.ts';
import { getSource } from '../storage/sources.ts';
import { addVersion } from './store.ts';

interface Stored {
  /** As it lies in the notebook already: storing it again only finds it there. */
  readonly blob: PackedBlob;
  readonly fileName: string | null;
  readonly article: ParsedArticle;
}

/** @throws DossierError not-found, invalid */
async function extractAgain(context: Context, id: string, how: CaptureInput['how']): Promise<Stored> {
  const { notebook, ports, signal } = context;
  const source = getSource(notebook.reader, id);
  const row = notebook.reader.get<{ sha256: string; file_name: string | null }>(
    'SELECT sha256, file_name FROM version WHERE id = ?',
    source.versionId,
  );
  if (!row) throw new DossierError('not-found', { what: 'version', id: source.versionId });
  // Any other text is all that its bytes say: taking it again could only bring back what was taken out of it.
  if (!isPageKind(source.kind))
    throw new DossierError('unsupported', { what: 'page', id, kind: source.kind });
  const bytes = readBlob(notebook.reader, row.sha256);
  const article = await ports.parser.parse(
    {
      bytes,
      fileName: row.file_name,
      as: source.kind,
      url: source.url,
      resources: readResources(notebook.reader, source.versionId),
      now: isoTime(ports.clock.now()),
      how,
    },
    signal,
  );
  const blob: PackedBlob = { sha256: row.sha256, size: bytes.length, encoding: 'identity', bytes };
  return { blob, fileName: row.file_name, article };
}

/** The same way of taking the same text again is no new version. */
function isSame(edit: Edit, { versionId }: Source, { extractor, text }: ParsedArticle): boolean {
  const row = edit.reader.get<{ same: number }>(
    'SELECT extractor = ? AND text = ? AS same FROM version WHERE id = ?',
    extractor,
    text,
    versionId,
  );
  return row?.same === 1;
}

/** The bytes say of the article what they said before: only details that were not looked for then are new. */
function onlyMissing(article: ParsedArticle, source: Source): ParsedArticle {
  const missing = DETAIL_NAMES.filter((name) => source[name] === null && article.origins[name]);
  const origins = Object.fromEntries(missing.map((name) => [name, article.origins[name]]));
  return { ...article, origins };
}

export const readPage: QueryHandler<'source.page'> = {
  kind: 'query',
  async run(context, { id }): Promise<Output<'source.page'>> {
    const { article } = await extractAgain(context, id, 'whole');
    return { tree: article.tree, words: article.words };
  },
};

export const extractSource: MutationHandler<'source.extract'> = {
  kind: 'mutation',
  async prepare(context, { id, how }: Checked<'source.extract'>) {
    const { blob, fileName, article } = await extractAgain(context, id, how);
    return (edit) => {
      const source = getSource(edit.reader, id);
      edit.subject = source.title;
      if (isSame(edit, source, article)) return { source, warnings: [] };
      addVersion(edit, source.id, { fileName }, { article: onlyMissing(article, source), blob });
      return { source: getSource(edit.reader, id), warnings: [...article.warnings] };
    };
  },
};
