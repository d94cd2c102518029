/** The fields and filters that a template may use, as the editor lists and inserts them. */
import type { TemplateFormat } from '../../../src-main/common/contract/export-commands.ts';

type FieldGroup = 'whole' | 'source' | 'highlight' | 'claim' | 'evidence' | 'note';

const HEAD = ['key', 'title', 'byline', 'site', 'published', 'url', 'captured', 'language'] as const;

/** By what they belong to; a loop opens each group. */
export const FIELDS: Readonly<Record<FieldGroup, readonly string[]>> = {
  whole: ['notebook', 'exported', 'locale', 'sources', 'claims', 'notes', 't'],
  source: [
    ...HEAD.map((name) => `source.${name}`),
    'source.citation',
    'source.tags',
    'source.description',
    'source.text',
    'source.highlights',
    'source.claims',
  ],
  highlight: [
    'highlight.quote',
    'highlight.note',
    'highlight.meaning',
    'highlight.color',
    'highlight.page',
    'highlight.page_word',
    'highlight.citation',
    'highlight.link',
    'highlight.tags',
    'highlight.claims',
  ],
  claim: [
    'claim.statement',
    'claim.status',
    'claim.status_word',
    'claim.note',
    'claim.documents',
    'claim.origins',
    'claim.tags',
    'claim.evidence',
    'claim.history',
  ],
  evidence: [
    'item.quote',
    'item.stance',
    'item.stance_word',
    'item.origin',
    'item.note',
    'item.page_word',
    'item.citation',
    'item.link',
    'item.source.title',
  ],
  note: ['note.title', 'note.body', 'note.tags'],
};

/** How each group is gone through. */
export const LOOPS: Readonly<Partial<Record<FieldGroup, string>>> = {
  source: '{% for source in sources %}\n\n{% endfor %}',
  highlight: '{% for highlight in source.highlights %}\n\n{% endfor %}',
  claim: '{% for claim in claims %}\n\n{% endfor %}',
  evidence: '{% for item in claim.evidence %}\n\n{% endfor %}',
  note: '{% for note in notes %}\n\n{% endfor %}',
};

export type FilterName = 'quote' | 'paragraphs' | 'day' | 'address' | 'yaml' | 'json' | 'raw';

export const FILTERS: Readonly<Record<TemplateFormat, readonly FilterName[]>> = {
  markdown: ['quote', 'paragraphs', 'day', 'address', 'yaml', 'raw'],
  html: ['quote', 'paragraphs', 'day', 'address', 'json', 'raw'],
};
