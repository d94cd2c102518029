/** Links and pictures of one part, which names them in a file of its own. */
import { isSafeUrl } from '../../../common/document/tree.ts';
import { xmlAttribute, XML_HEAD } from '../../../common/xml-text.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Word takes no longer address for a link. */
const LONGEST_ADDRESS = 2000;

export class Relations {
  readonly #ids = new Map<string, string>();
  readonly #records: string[] = [];

  /** @param target a part's path, relative to this one */
  add(type: string, target: string): string {
    return this.#record(type, target, '');
  }

  /** Runs within a link; as they are where the address is none that a program may open. */
  link(address: string, runs: string): string {
    const target = runs === '' ? null : safeTarget(address);
    if (target === null) return runs;
    const id = this.#record('hyperlink', target, ' TargetMode="External"');
    return `<w:hyperlink r:id="${id}" w:history="1">${runs}</w:hyperlink>`;
  }

  get isEmpty(): boolean {
    return this.#records.length === 0;
  }

  toXml(): string {
    return relationsXml(this.#records);
  }

  #record(type: string, target: string, mode: string): string {
    const key = `${type} ${target}`;
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `rId${this.#records.length + 1}`;
    this.#ids.set(key, id);
    this.#records.push(
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${xmlAttribute(target)}"${mode}/>`,
    );
    return id;
  }
}

export function relationsXml(records: readonly string[]): string {
  return `${XML_HEAD}<Relationships xmlns="${RELATIONS}">${records.join('')}</Relationships>`;
}

/** As it is parsed: what programs that check more than a browser does take for an address. */
function safeTarget(address: string): string | null {
  if (address.length > LONGEST_ADDRESS || !isSafeUrl(address) || !URL.canParse(address)) return null;
  const { href } = new URL(address);
  return href.length > LONGEST_ADDRESS ? null : href.replace(/%(?![\da-f]{2})/gi, '%25');
}
