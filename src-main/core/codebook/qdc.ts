/**
 * A codebook as REFI-QDA programs exchange it (`.qdc`, the codebook standard 1.0). Aliases have no place in it. Names of
 * codes may occur again below another parent there; here they are unique, and `import.ts` tells them apart.
 */
import { DEEPEST_TAG, MOST_TAGS } from '../../common/contract/codebook.ts';
import type { Color } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { writeQdaCode, type QdaCode } from '../../common/qda-codes.ts';
import type { TagTree, TagNode } from '../storage/tag-tree.ts';
import type { Code } from './code.ts';
import { readColor } from './colors.ts';
import { streamXml, type Attributes } from './xml.ts';

const NAMESPACE = 'urn:QDA-XML:codebook:1.0';
const GUID = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/i;

export function writeQdc(tree: TagTree): string {
  const codes = tree.childrenOf(null).map((node) => writeQdaCode(toCode(tree, node), '    '));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<CodeBook xmlns="${NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"`,
    `  xsi:schemaLocation="${NAMESPACE} Codebook.xsd" origin="Dossier">`,
    '  <Codes>',
    ...codes,
    '  </Codes>',
    '</CodeBook>',
    '',
  ].join('\n');
}

function toCode(tree: TagTree, { id, guid, name, meaning, color }: TagNode): QdaCode {
  const below = tree.childrenOf(id).map((child) => toCode(tree, child));
  return { guid: guid ?? id, name, meaning, color, below };
}

interface GrowingCode extends Code {
  meaning: string;
}

/** @throws DossierError unreadable, too-large */
export function readQdc(xml: string, fileName: string | null): Code[] {
  const reader = new CodeReader(fileName);
  streamXml(xml, fileName, reader);
  if (!reader.isCodebook) throw new DossierError('unreadable', { fileName, reason: 'no-codebook' });
  return reader.codes;
}

/** Codes wherever they stand in the codebook, so that a whole project (`.qde`) is read as well. */
class CodeReader {
  readonly codes: GrowingCode[] = [];
  isCodebook = false;
  readonly #path: string[] = [];
  /** Places in `codes` of those that are open. */
  readonly #open: number[] = [];

  constructor(private readonly fileName: string | null) {}

  open(name: string, attributes: Attributes): void {
    this.#path.push(name);
    if (name === 'CodeBook') this.isCodebook = true;
    if (name === 'Code' && this.#path.includes('CodeBook')) this.#addCode(attributes);
  }

  #addCode(attributes: Attributes): void {
    const name = attributes.get('name') ?? '';
    if (name.trim() === '')
      throw new DossierError('unreadable', { fileName: this.fileName, reason: 'nameless-code' });
    if (this.#open.length >= DEEPEST_TAG)
      throw new DossierError('too-large', {
        what: 'tag-depth',
        count: this.#open.length + 1,
        limit: DEEPEST_TAG,
      });
    if (this.codes.length >= MOST_TAGS)
      throw new DossierError('too-large', {
        what: 'codebook-tags',
        count: this.codes.length + 1,
        limit: MOST_TAGS,
      });
    const guid = GUID.exec(attributes.get('guid')?.trim() ?? '')?.[1]?.toLowerCase() ?? null;
    const color: Color | null = readColor(attributes.get('color') ?? '');
    const parent = this.#open.at(-1) ?? null;
    this.#open.push(this.codes.push({ guid, name, parent, meaning: '', color, aliases: [] }) - 1);
  }

  text(text: string): void {
    const code = this.codes[this.#open.at(-1) ?? -1];
    const isMeaning = this.#path.at(-1) === 'Description' && this.#path.at(-2) === 'Code';
    if (code && isMeaning) code.meaning += text;
  }

  close(name: string): void {
    if (name === 'Code' && this.#path.includes('CodeBook')) this.#open.pop();
    this.#path.pop();
  }
}
