/** Highlights as a collection of the W3C Web Annotation Data Model, on one page. */
import type { Excerpt } from '../../../common/contract/entities.ts';
import { createCiter, type Citation } from '../citation.ts';
import type { ExportData, ExportSource, Rendered } from '../model.ts';
import type { ExportWords } from '../words.ts';
import { toUrn, writeJsonList } from './json.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** What the classes of targets look like, for readers that heed them. */
const STYLESHEET = {
  type: 'CssStylesheet',
  value:
    '.yellow{background:#fdf0a8}.blue{background:#cfe4fb}.green{background:#d3efcf}.pink{background:#fbd6e2}.violet{background:#e2d8f8}',
};

export function renderWebAnnotations(data: ExportData, words: ExportWords): Rendered[] {
  const { notebook, at, sources } = data;
  const id = 'urn:dossier:annotations';
  const collection = {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: notebook,
    generated: at,
    total: sources.reduce((sum, { excerpts }) => sum + excerpts.length, 0),
    first: { id: `${id}:1`, type: 'AnnotationPage', startIndex: 0, items: [] },
  };
  return [{ path: 'annotations.jsonld', pieces: writeJsonList(collection, annotations(data, words)) }];
}

function* annotations(data: ExportData, words: ExportWords) {
  const cite = createCiter(data, words);
  for (const entry of data.sources)
    for (const excerpt of entry.excerpts) yield toAnnotation(excerpt, entry, cite.excerpt(excerpt, entry));
}

function toAnnotation(excerpt: Excerpt, { source, version }: ExportSource, { citation, link }: Citation) {
  const { id, exact, prefix, suffix, start, end, color, note, tags, createdAt, updatedAt } = excerpt;
  const body = [
    ...(note === ''
      ? []
      : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: note }]),
    ...tags.map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
  ];
  return {
    '@context': CONTEXT,
    id: toUrn(id),
    type: 'Annotation',
    motivation: note === '' ? 'highlighting' : 'commenting',
    created: createdAt,
    modified: updatedAt,
    ...(body.length > 0 ? { body } : {}),
    target: {
      type: 'SpecificResource',
      source: source.url ?? toUrn(source.id),
      'dc:title': source.title,
      ...(source.byline === null ? {} : { 'dc:creator': source.byline }),
      ...(source.site === null ? {} : { 'dc:publisher': source.site }),
      ...(source.publishedAt === null ? {} : { 'dc:date': source.publishedAt }),
      'dcterms:bibliographicCitation': citation,
      // The passage itself, for who follows addresses.
      ...(link === null ? {} : { 'schema:url': link }),
      styleClass: color,
      // The page as it was when it was captured.
      state: { type: 'TimeState', sourceDate: version.capturedAt },
      selector: [
        { type: 'TextQuoteSelector', exact, prefix, suffix },
        { type: 'TextPositionSelector', start, end },
      ],
    },
    stylesheet: STYLESHEET,
  };
}
