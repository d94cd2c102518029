/** What the whole document shares while it is written. */
import type { ExportData } from '../model.ts';
import { Relations } from './links.ts';
import { Comments, Footnotes } from './notes.ts';
import { Numbering } from './numbering.ts';
import { Pictures } from './pictures.ts';

export interface Parts {
  /** Of the document itself. */
  readonly relations: Relations;
  readonly comments: Comments;
  readonly footnotes: Footnotes;
  readonly numbering: Numbering;
  readonly pictures: Pictures;
}

const PROGRAM = 'Dossier';

export function createParts({ author, images }: ExportData): Parts {
  return {
    relations: new Relations(),
    comments: new Comments(author ?? PROGRAM),
    footnotes: new Footnotes(),
    numbering: new Numbering(),
    pictures: new Pictures(images),
  };
}
