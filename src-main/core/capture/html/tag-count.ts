/** How many elements markup has, told before anything is made of them. */
import { DossierError } from '../../../common/contract/errors.ts';

/** Opening tags; measured: so many elements take 15 s and 0.8 GB on their way to a tree. */
const MAX_TAGS = 150_000;

/** Of all files of one document together. */
export class TagCount {
  #count = 0;

  constructor(private readonly fileName: string | null = null) {}

  /** @throws DossierError too-large */
  add(html: string): void {
    const isTag = /<[a-z]/giy;
    for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      isTag.lastIndex = at;
      if (isTag.test(html)) this.#count += 1;
      if (this.#count > MAX_TAGS)
        throw new DossierError('too-large', { what: 'elements', limit: MAX_TAGS, fileName: this.fileName });
    }
  }
}
