/**
 * The notebook as a project for programs of qualitative analysis (REFI-QDA, `.qdpx`): texts, codes, coded selections, notes
 * and the links between claims and what they rest on. Such programs know no pictures within a text and no verdicts.
 */
import type { Warning } from '../../../common/contract/entities.ts';
import { packFiles, type PackableFile } from '../archive/pack-files.ts';
import { safeName } from '../file-names.ts';
import type { ExportData, Rendered } from '../model.ts';
import type { ExportWords } from '../words.ts';
import { isPlaced, projectXml, textPath } from './project.ts';
import { plainText } from './places.ts';

export function renderRefiQda(data: ExportData, words: ExportWords): Rendered[] {
  const bytes = packFiles(listFiles(data, words));
  return [{ path: `${safeName(data.notebook, words.untitled)}.qdpx`, bytes }];
}

function* listFiles(data: ExportData, words: ExportWords): Generator<PackableFile> {
  yield { path: 'project.qde', content: projectXml(data, words) };
  for (const entry of data.sources)
    yield { path: `Sources/${textPath(entry.source.id)}`, content: [plainText(entry.text)] };
}

/** Highlights whose words are not in the text any more come over as notes, verdicts as the text of notes. */
export function qdaLosses({ sources, claims }: ExportData): Warning[] {
  const earlier = sources.reduce(
    (sum, entry) => sum + entry.excerpts.filter((excerpt) => !isPlaced(excerpt, entry)).length,
    0,
  );
  return [asNotes('highlights', earlier), asNotes('claims', claims.length)].filter(
    (warning) => warning !== null,
  );
}

function asNotes(what: string, count: number): Warning | null {
  if (count === 0) return null;
  const message = `This format has no place of their own for ${what}; as notes: ${count}.`;
  return { code: 'export-as-notes', message, details: { what, count } };
}
