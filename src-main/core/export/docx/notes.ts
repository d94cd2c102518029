/** Comments at highlights and footnotes: what stands beside the text, each in a part of its own. */
import { xmlAttribute, XML_HEAD } from '../../../common/xml-text.ts';
import { Relations } from './links.ts';
import { NAMESPACES } from './namespaces.ts';
import { paragraphXml } from './paragraphs.ts';
import { rawRun, runXml } from './runs.ts';

/** Above any footnote's number: LibreOffice 7 takes a comment and a footnote of one number for each other. */
export const FIRST_COMMENT = 1_000_000;

export class Comments {
  readonly relations = new Relations();
  readonly #records: string[] = [];
  readonly #author: string;

  /** @param author whose notes they are */
  constructor(author: string) {
    const initials = author
      .split(/\s+/)
      .map((word) => Array.from(word)[0] ?? '')
      .join('')
      .slice(0, 6);
    this.#author = `w:author="${xmlAttribute(author)}" w:initials="${xmlAttribute(initials)}"`;
  }

  /**
   * @param content makes the paragraphs; what it is given stands at the beginning of the first
   * @returns its number
   */
  add(content: (first: string) => string, at: string): number {
    const number = FIRST_COMMENT + this.#records.length;
    const first = rawRun('<w:annotationRef/>', { style: 'CommentReference' });
    this.#records.push(
      `<w:comment w:id="${number}" ${this.#author}${dateAttribute(at)}>${content(first)}</w:comment>`,
    );
    return number;
  }

  *pieces(): Generator<string> {
    yield `${XML_HEAD}<w:comments ${NAMESPACES}>`;
    yield* this.#records;
    yield '</w:comments>';
  }
}

/** Seconds: programs read no more of it. */
function dateAttribute(at: string): string {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? '' : ` w:date="${time.toISOString().slice(0, 19)}Z"`;
}

const SEPARATORS =
  '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>' +
  '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>';

export class Footnotes {
  readonly relations = new Relations();
  readonly #records: string[] = [];

  /**
   * @param content makes the paragraphs; what it is given stands at the beginning of the first
   * @returns the run that calls it
   */
  add(content: (first: string) => string): string {
    const number = this.#records.push('');
    const mark = rawRun('<w:footnoteRef/>', { style: 'FootnoteReference' }) + runXml(' ');
    this.#records[number - 1] = `<w:footnote w:id="${number}">${content(mark)}</w:footnote>`;
    return rawRun(`<w:footnoteReference w:id="${number}"/>`, { style: 'FootnoteReference' });
  }

  /** What a source is cited by; its address in it is a link. */
  addCitation(text: string, address: string | null): string {
    const at = address === null || address === '' ? -1 : text.indexOf(address);
    const runs =
      at < 0 || address === null
        ? runXml(text)
        : runXml(text.slice(0, at)) +
          this.relations.link(address, runXml(address, { style: 'Hyperlink' })) +
          runXml(text.slice(at + address.length));
    return this.add((first) => paragraphXml(first + runs, { style: 'FootnoteText' }));
  }

  *pieces(): Generator<string> {
    yield `${XML_HEAD}<w:footnotes ${NAMESPACES}>${SEPARATORS}`;
    yield* this.#records;
    yield '</w:footnotes>';
  }
}
