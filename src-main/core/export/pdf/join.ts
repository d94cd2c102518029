/** PDFs of a browser's as one: pages, the places that links lead to by name, and an outline. */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFObject,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import type { OutlineEntry, OutlineGroup } from './outline.ts';

export interface Finishing {
  readonly title: string;
  readonly language: string;
  readonly at: Date;
  readonly outline: readonly OutlineGroup[];
}

const PROGRAM = 'Dossier';
const DESTINATIONS = PDFName.of('Dests');

export class PdfJoiner {
  /** Places by name. */
  readonly #places = new Map<string, PDFArray>();

  private constructor(private readonly document: PDFDocument) {}

  static async start(): Promise<PdfJoiner> {
    return new PdfJoiner(await PDFDocument.create({ updateMetadata: false }));
  }

  get pages(): number {
    return this.document.getPageCount();
  }

  async add(pdf: Uint8Array): Promise<void> {
    const part = await PDFDocument.load(pdf, { updateMetadata: false });
    const copies = await this.document.copyPages(part, part.getPageIndices());
    for (const page of copies) this.document.addPage(page);
    this.#addPlaces(part, copies);
  }

  /** The names of one part are not those of another: ids of the notebook's things. */
  #addPlaces(part: PDFDocument, copies: readonly PDFPage[]): void {
    const named = part.catalog.lookupMaybe(DESTINATIONS, PDFDict);
    if (!named) return;
    const pages = new Map(part.getPages().map(({ ref }, at) => [ref.toString(), copies[at]]));
    for (const [name, value] of named.entries()) {
      const place = part.context.lookupMaybe(value, PDFArray);
      const page = pages.get(String(place?.get(0)));
      if (!place || !page) continue;
      const [, ...where] = place.asArray();
      this.#places.set(name.decodeText(), this.#placeAt(page.ref, where));
    }
  }

  #placeAt(page: PDFRef, where: readonly PDFObject[]): PDFArray {
    const place = PDFArray.withContext(this.document.context);
    for (const each of [page, ...where]) place.push(each);
    return place;
  }

  finish({ title, language, at, outline }: Finishing): Promise<Uint8Array> {
    const { document } = this;
    document.setTitle(title, { showInWindowTitleBar: true });
    document.setCreator(PROGRAM);
    document.setProducer(PROGRAM);
    document.setCreationDate(at);
    document.setModificationDate(at);
    document.catalog.set(PDFName.of('Lang'), PDFString.of(language));
    const places = PDFDict.withContext(document.context);
    for (const [name, place] of this.#places) places.set(PDFName.of(name), place);
    document.catalog.set(DESTINATIONS, document.context.register(places));
    this.#addOutline(outline);
    return document.save({ updateFieldAppearances: false });
  }

  #addOutline(groups: readonly OutlineGroup[]): void {
    const { context, catalog } = this.document;
    const root = context.nextRef();
    const nodes = groups.map(({ title, entries }) => ({ title, entries, ref: context.nextRef() }));
    for (const { title, entries, ref } of nodes) {
      const items = entries.map((entry) => ({ ...entry, ref: context.nextRef() }));
      const dict = this.#item(title, root, neighbours(nodes, ref));
      this.#addList(dict, items, ref);
      context.assign(ref, dict);
    }
    const dict = context.obj({ Type: 'Outlines' });
    link(dict, nodes);
    context.assign(root, dict);
    catalog.set(PDFName.of('Outlines'), root);
  }

  #addList(parent: PDFDict, items: readonly (OutlineEntry & { readonly ref: PDFRef })[], ref: PDFRef): void {
    link(parent, items);
    items.forEach((item, at) => {
      const dict = this.#item(item.title, ref, { before: items[at - 1]?.ref, after: items[at + 1]?.ref });
      if (this.#places.has(item.target)) dict.set(PDFName.of('Dest'), PDFName.of(item.target));
      this.document.context.assign(item.ref, dict);
    });
  }

  #item(title: string, parent: PDFRef, { before, after }: Neighbours): PDFDict {
    const dict = this.document.context.obj({ Title: PDFHexString.fromText(title), Parent: parent });
    if (before) dict.set(PDFName.of('Prev'), before);
    if (after) dict.set(PDFName.of('Next'), after);
    return dict;
  }
}

interface Neighbours {
  readonly before: PDFRef | undefined;
  readonly after: PDFRef | undefined;
}

function neighbours(nodes: readonly { readonly ref: PDFRef }[], ref: PDFRef): Neighbours {
  const at = nodes.findIndex((node) => node.ref === ref);
  return { before: nodes[at - 1]?.ref, after: nodes[at + 1]?.ref };
}

/** A negative count: it is folded until somebody opens it. */
function link(parent: PDFDict, items: readonly { readonly ref: PDFRef }[]): void {
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return;
  parent.set(PDFName.of('First'), first.ref);
  parent.set(PDFName.of('Last'), last.ref);
  parent.set(
    PDFName.of('Count'),
    PDFNumber.of(parent.has(PDFName.of('Parent')) ? -items.length : items.length),
  );
}
