/** Text that stands twice within one source: told when asked, taken out when asked. */
import type { Repeat, Source, VersionId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { layoutText } from '../../common/document/canonical.ts';
import type { PageStart } from '../../common/document/pages.ts';
import { splitPassages } from '../../common/document/passages.ts';
import type { Root } from '../../common/document/tree.ts';
import { removeRanges } from '../../common/document/without-ranges.ts';
import { countWords } from '../../common/language/tokens.ts';
import { readFingerprint } from '../../common/similarity/fingerprint.ts';
import { findRepeats } from '../../common/similarity/repeats.ts';
import { query, type Handlers, type MutationHandler } from '../handler.ts';
import { carryExcerpts } from '../storage/carry.ts';
import type { Reader } from '../storage/connection.ts';
import type { Edit } from '../storage/edit.ts';
import { getSource, readVersion } from '../storage/sources.ts';
import { insertVersion, readCapture, type NewVersion } from '../storage/versions.ts';
import { chooseRepeats, createPlacing, movePages } from './rules.ts';

/** Added to the name of what made the tree: the version is no longer all of what the bytes say. */
const MARK = 'without repeats';

const dedupe: MutationHandler<'source.dedupe'> = {
  kind: 'mutation',

  prepare({ notebook }, { id, ranges }) {
    const source = getSource(notebook.reader, id);
    const { tree, repeats, pages } = readRepeats(notebook.reader, source);
    const removed = chooseRepeats(repeats, ranges, id);
    const content = describeTree(
      removeRanges(
        tree,
        removed.map(({ second }) => second),
      ),
    );
    const left = pages && movePages(pages, removed, content.text.length);
    return (edit) => storeWithout(edit, { source, removed, content: { ...content, pages: left } });
  },
};

export const repeatHandlers = {
  'source.repeats': query(({ notebook }, { id }) => {
    const source = getSource(notebook.reader, id);
    return { versionId: source.versionId, repeats: [...readRepeats(notebook.reader, source).repeats] };
  }),
  'source.dedupe': dedupe,
} satisfies Handlers;

interface Repeats {
  readonly tree: Root;
  readonly repeats: readonly Repeat[];
  readonly pages: readonly PageStart[] | null;
}

function readRepeats(reader: Reader, source: Source): Repeats {
  const { tree, pages } = readVersion(reader, source.id, source.versionId);
  return { tree, repeats: findRepeats(layoutText(tree)), pages };
}

type Content = Pick<NewVersion, 'tree' | 'text' | 'words' | 'passages' | 'fingerprint'>;

function describeTree(tree: Root): Content {
  const layout = layoutText(tree);
  return {
    tree,
    text: layout.text,
    words: countWords(layout.text),
    passages: splitPassages(layout),
    fingerprint: readFingerprint(layout),
  };
}

interface Without {
  /** As it was when its text was read. */
  readonly source: Source;
  readonly removed: readonly Repeat[];
  readonly content: Content & Pick<NewVersion, 'pages'>;
}

function storeWithout(edit: Edit, { source, removed, content }: Without) {
  const { id, versionId: from } = source;
  if (getSource(edit.reader, id).versionId !== from) {
    throw new DossierError('invalid', { what: 'version', value: from });
  }
  const to = edit.ids.next() as VersionId;
  const capture = readCapture(edit.reader, from);
  const extractor = `${capture.extractor}, ${MARK}`;
  insertVersion(edit, { ...capture, ...content, id: to, source: id, extractor });
  edit.update('source', id, { version_id: to, updated_at: edit.now });
  const carried = carryExcerpts(edit, {
    ...{ source: id, from, to, text: content.text },
    placeOf: createPlacing(removed),
  });
  edit.subject = source.title;
  return { source: getSource(edit.reader, id), removed: removed.length, carried };
}
