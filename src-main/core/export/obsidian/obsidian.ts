/**
 * The notebook as a vault of Obsidian: one note a source, claim, tag and note, linked to each other by their names, with
 * properties that Obsidian reads and quotations embedded where claims rest on them.
 */
import { stringify } from 'yaml';
import { bullets, joined, oneLine, paragraph, serialize, type MarkdownBlock } from '../markdown/write.ts';
import type { ImageFiles } from '../markdown/images.ts';
import type { ExportData, Rendered } from '../model.ts';
import { STATUS_MARKS, sayDate, type ExportWords } from '../words.ts';
import { claimNote, claimProperties } from './claim-note.ts';
import { sourceNote, sourceProperties } from './source-note.ts';
import { listUses, tagNote, tagProperty } from './tag-note.ts';
import { openVault, tagLinks, tagProperties, vaultWriter as write, wikilink, type Vault } from './vault.ts';

export function* renderObsidian(data: ExportData, words: ExportWords): Generator<Rendered> {
  const vault = openVault(data, words);
  const files: ImageFiles = new Map();
  const uses = listUses(vault);
  const note = (id: string, properties: object, blocks: readonly MarkdownBlock[]): Rendered => ({
    path: `${vault.paths.get(id) ?? ''}.md`,
    content: `---\n${stringify(known(properties), { lineWidth: 0 })}---\n\n${serialize(blocks)}`,
  });
  yield { path: `${vault.paths.get('') ?? ''}.md`, content: serialize(indexNote(vault)) };
  for (const entry of data.sources)
    yield note(entry.source.id, sourceProperties(entry, vault), sourceNote(entry, vault, files));
  for (const claim of data.claims)
    yield note(claim.id, claimProperties(claim, vault), claimNote(claim, vault));
  for (const tag of vault.tags) yield note(tag.id, tagProperty(tag, vault), tagNote(tag, vault, uses));
  for (const { id, title, body, tags, createdAt } of data.notes) {
    const written = createdAt.slice(0, 10);
    yield note(id, { aliases: [oneLine(title)], tags: tagProperties(vault, tags), written, id }, [
      write.heading(1, title),
      joined(...tagLinks(vault, tags)),
      ...write.prose(body),
    ]);
  }
  yield* files.values();
}

/** A property without a value is one that nobody filled in. */
function known(properties: object): object {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

function indexNote(vault: Vault): MarkdownBlock[] {
  const { data, words, own, tags } = vault;
  const { sources, claims, notes } = data;
  const isEmpty = sources.length + claims.length + notes.length === 0;
  return [
    write.heading(1, data.notebook),
    paragraph(write.text(words.exported(sayDate(data.at, words.locale)))),
    ...(isEmpty ? [paragraph(write.text(words.nothing))] : []),
    ...list(
      words.claims,
      claims.map(({ id, statement, status }) =>
        joined(
          wikilink(vault, id, statement),
          write.text(`${STATUS_MARKS[status]} ${words.statuses[status]}`),
        ),
      ),
    ),
    ...list(
      words.sources,
      sources.map(({ source }) =>
        joined(
          wikilink(vault, source.id, source.title),
          source.site === null ? null : write.text(oneLine(source.site)),
          source.publishedAt === null ? null : write.text(sayDate(source.publishedAt, words.locale)),
        ),
      ),
    ),
    ...list(
      words.notes,
      notes.map(({ id, title }) => paragraph(wikilink(vault, id, title))),
    ),
    ...list(
      own.tags,
      tags.map(({ id, name }) => paragraph(wikilink(vault, id, name))),
    ),
  ];
}

function list(title: string, items: readonly MarkdownBlock[]): MarkdownBlock[] {
  return items.length === 0 ? [] : [write.heading(2, title), bullets(items.map((item) => [item]))];
}
