/** Readers of the formats that exports write, by other people than those who write them. */
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Parser, type Node } from 'commonmark';
import * as v from 'valibot';

const dateParts = v.optional(v.object({ 'date-parts': v.array(v.array(v.number())) }));

const ITEM = v.object({
  id: v.string(),
  type: v.string(),
  title: v.string(),
  author: v.optional(
    v.array(
      v.object({
        family: v.optional(v.string()),
        given: v.optional(v.string()),
        literal: v.optional(v.string()),
        'non-dropping-particle': v.optional(v.string()),
      }),
    ),
  ),
  issued: dateParts,
  accessed: dateParts,
  URL: v.optional(v.string()),
  keyword: v.optional(v.string()),
});
export type Item = v.InferOutput<typeof ITEM>;

/** BibTeX, RIS or CSL-JSON, told by how it begins. */
export function readBibliography(text: string): Item[] {
  return v.parse(v.array(ITEM), new Cite(text).data);
}

export interface ReadMarkdown {
  /** Kinds of all nodes, in order, without texts. */
  readonly types: readonly string[];
  /** Of headings, by their order. */
  readonly headings: readonly string[];
  /** Of block quotations. */
  readonly quotations: readonly string[];
  readonly links: readonly string[];
  /** Raw HTML, which no text of anyone's may become. */
  readonly html: readonly string[];
}

/** Plain CommonMark, by its reference implementation. */
export function readMarkdown(text: string): ReadMarkdown {
  const found = { types: [] as string[], headings: [] as string[], quotations: [] as string[] };
  const [links, html]: [string[], string[]] = [[], []];
  const open: { readonly node: Node; text: string }[] = [];
  const walker = new Parser().parse(text).walker();
  for (let step = walker.next(); step; step = walker.next()) {
    const { node, entering } = step;
    const literal = node.type === 'softbreak' || node.type === 'linebreak' ? '\n' : (node.literal ?? '');
    if (!entering) {
      const closed = open.at(-1)?.node.type === node.type ? open.pop() : undefined;
      if (closed && node.type === 'heading') found.headings.push(closed.text);
      if (closed && node.type === 'block_quote') found.quotations.push(closed.text);
      continue;
    }
    if (node.type === 'heading' || node.type === 'block_quote') open.push({ node, text: '' });
    for (const each of open) each.text += literal;
    if (node.type === 'link') links.push(node.destination ?? '');
    if (node.type === 'html_inline' || node.type === 'html_block') html.push(literal);
    if (node.type !== 'text') found.types.push(node.type);
  }
  return { ...found, links, html };
}
