/** Text that stands twice within one source: told when asked, taken out when asked. */
import type { Repeat, Source, VersionId } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { layoutText, type TextLayout } from '../../common/document/canonical.ts';
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
    const { repeats, ...version } = readRepeats(notebook.reader, source);
    const chosen = chooseRepeats(repeats, ranges, id);
    const { content, rounds } = takeOut(version, chosen, ranges ? 1 : MOST_ROUNDS);
    return (edit) => storeWithout(edit, { source, rounds, content });
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

function describeTree(tree: Root, layout: TextLayout): Content {
  return {
    tree,
    text: layout.text,
    words: countWords(layout.text),
    passages: splitPassages(layout),
    fingerprint: readFingerprint(layout),
  };
}

/** A quotation of a text that stood twice can only be told when it stands once. */
const MOST_ROUNDS = 8;

interface Taken {
  readonly content: Content & Pick<NewVersion, 'pages'>;
  /** What was taken out of the text, then out of what was left of it. */
  readonly rounds: readonly (readonly Repeat[])[];
}

function takeOut({ tree, pages }: Omit<Repeats, 'repeats'>, chosen: readonly Repeat[], most: number): Taken {
  const removed = chosen.map(({ second }) => second);
  const left = removeRanges(tree, removed);
  const layout = layoutText(left);
  const moved = pages && movePages(pages, chosen, layout.text.length);
  const more = most > 1 ? findRepeats(layout) : [];
  if (more.length === 0)
    return { content: { ...describeTree(left, layout), pages: moved }, rounds: [chosen] };
  const { content, rounds } = takeOut({ tree: left, pages: moved }, more, most - 1);
  return { content, rounds: [chosen, ...rounds] };
}

interface Without extends Taken {
  /** As it was when its text was read. */
  readonly source: Source;
}

function storeWithout(edit: Edit, { source, rounds, content }: Without) {
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
    placeOf: createPlacing(rounds),
  });
  edit.subject = source.title;
  return { source: getSource(edit.reader, id), removed: rounds.flat().length, carried };
}
