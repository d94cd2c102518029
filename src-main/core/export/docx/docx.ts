/**
 * The notebook as a document for word processors (Office Open XML, transitional): articles with highlights as shading,
 * notes as comments at the words they speak of, sources as footnotes. Written piece by piece into the package.
 */
import { pauseUnlessCancelled } from '../../slices.ts';
import { packFiles, type PackableFile } from '../archive/pack-files.ts';
import { safeName } from '../file-names.ts';
import type { ExportData, Rendered } from '../model.ts';
import { sayDate, type ExportWords } from '../words.ts';
import { xmlText, XML_HEAD } from '../../../common/xml-text.ts';
import { claimsXml } from './claims.ts';
import { relationsXml } from './links.ts';
import { NAMESPACES } from './namespaces.ts';
import { contentTypes, coreXml, footerXml, PACKAGE_RELATIONS, settingsXml } from './package.ts';
import { paragraphXml, proseXml } from './paragraphs.ts';
import { createParts, type Parts } from './parts.ts';
import { runXml } from './runs.ts';
import { sourceXml } from './source.ts';
import { stylesXml } from './styles.ts';

/** Where it is not wanted any more, reading the file throws `cancelled`. */
export function renderDocx(
  data: ExportData,
  words: ExportWords,
  { signal }: { readonly signal: AbortSignal },
): Rendered[] {
  const parts = createParts(data);
  const bytes = packFiles(listFiles(data, words, parts, signal));
  const [only] = data.sources;
  const title = data.sources.length === 1 && only ? only.source.title : data.notebook;
  return [{ path: `${safeName(title, words.untitled)}.docx`, bytes }];
}

/** The document itself comes first: all others say what it was found to need. */
function* listFiles(
  data: ExportData,
  words: ExportWords,
  parts: Parts,
  signal: AbortSignal,
): Generator<PackableFile> {
  const text = (path: string, ...content: readonly string[]): PackableFile => ({ path, content });
  // Some programs tell the kind of a package by its first file.
  yield text('[Content_Types].xml', contentTypes());
  yield text('_rels/.rels', relationsXml(PACKAGE_RELATIONS));
  for (const part of ['styles', 'numbering', 'settings', 'comments', 'footnotes', 'footer'])
    parts.relations.add(part, `${part}.xml`);
  yield { path: 'word/document.xml', content: documentXml(data, words, parts, signal) };
  yield text('word/styles.xml', stylesXml(words.locale === 'fr' ? 'fr-FR' : 'en-GB'));
  yield { path: 'word/numbering.xml', content: parts.numbering.pieces() };
  yield text('word/settings.xml', settingsXml());
  yield { path: 'word/comments.xml', content: parts.comments.pieces() };
  yield { path: 'word/footnotes.xml', content: parts.footnotes.pieces() };
  yield text('word/footer.xml', footerXml());
  yield text('word/_rels/document.xml.rels', parts.relations.toXml());
  for (const part of ['comments', 'footnotes'] as const)
    if (!parts[part].relations.isEmpty)
      yield text(`word/_rels/${part}.xml.rels`, parts[part].relations.toXml());
  yield text('docProps/core.xml', coreXml(xmlText(data.notebook), data.at));
  yield* parts.pictures.files();
}

async function* documentXml(
  data: ExportData,
  words: ExportWords,
  parts: Parts,
  signal: AbortSignal,
): AsyncGenerator<string> {
  const sources = new Map(data.sources.map((entry) => [entry.source.id as string, entry]));
  yield `${XML_HEAD}<w:document ${NAMESPACES}><w:body>`;
  yield frontXml(data, words);
  yield* claimsXml(data, { parts, words, sources });
  for (const entry of data.sources) {
    // Others are heard between two sources.
    await pauseUnlessCancelled(signal);
    yield sourceXml(entry, data, words, parts);
  }
  yield notesXml(data, words);
  yield sectionXml(parts);
  yield '</w:body></w:document>';
}

function frontXml(data: ExportData, words: ExportWords): string {
  const { sources, claims, notes } = data;
  const isEmpty = sources.length + claims.length + notes.length === 0;
  return [
    paragraphXml(runXml(data.notebook), { style: 'Title' }),
    paragraphXml(runXml(words.exported(sayDate(data.at, words.locale))), { style: 'Meta' }),
    isEmpty ? paragraphXml(runXml(words.nothing)) : legendXml(data, words),
  ].join('');
}

/** What the colours mean, for those that occur. */
function legendXml({ sources, colorNames }: ExportData, words: ExportWords): string {
  const used = new Set(sources.flatMap(({ excerpts }) => excerpts.map(({ color }) => color)));
  const names = [...used].map((color) => runXml(colorNames[color] ?? words.colors[color], { color }));
  return names.length === 0 ? '' : paragraphXml(names.join(runXml(' · ')), { style: 'Meta' });
}

function notesXml({ notes }: ExportData, words: ExportWords): string {
  if (notes.length === 0) return '';
  const each = notes.map(({ title, body, tags }) =>
    [
      paragraphXml(runXml(title), { style: 'Heading2' }),
      tags.length === 0
        ? ''
        : paragraphXml(runXml(tags.map((tag) => `#${tag}`).join(' ')), { style: 'Meta' }),
      proseXml(body),
    ].join(''),
  );
  return paragraphXml(runXml(words.notes), { style: 'Heading1', pageBreakBefore: true }) + each.join('');
}

/** A4. */
function sectionXml({ relations }: Parts): string {
  const footer = `<w:footerReference w:type="default" r:id="${relations.add('footer', 'footer.xml')}"/>`;
  return `<w:sectPr>${footer}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>`;
}
