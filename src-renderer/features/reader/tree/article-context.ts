import { createContext } from 'svelte';
import type { Heading, Image, Text } from '../../../../src-main/common/document/tree.ts';
import type { PictureStore } from '../picture-store.ts';
import type { Piece } from '../print-pieces.ts';

/** What the nodes of an article need of the reader around them. */
export interface ArticleContext {
  /** The element id of a heading, for the outline and for links to it. */
  readonly headingId: (heading: Heading) => string | undefined;
  /** Whether it stands for the title, which the header then leaves out. */
  readonly isTitle: (heading: Heading) => boolean;
  /** A link was chosen: its address is shown before anything opens. */
  readonly openLink: (url: string) => void;
  /** A footnote's call was chosen, or (`takesFocus` false) reached by keys on the way. */
  readonly openFootnote: (identifier: string, call: HTMLElement, takesFocus: boolean) => void;
  /** The focus went on from a call. */
  readonly passFootnote: (to: EventTarget | null) => void;
  /** Back from a footnote to where it was called. */
  readonly leaveFootnote: (identifier: string) => void;
  readonly pictures: PictureStore;
  /** Set where the article is on paper: text in pieces, and pictures that are there already. */
  readonly printed?: {
    readonly pieces: (leaf: Text) => readonly Piece[];
    readonly pictureOf: (sha256: string) => string | null;
  };
  /** A picture was chosen, to be seen as large as the window. */
  readonly enlarge: (image: Image) => void;
  readonly words: () => {
    readonly picture: string;
    readonly enlarge: (description: string) => string;
    readonly footnote: (label: string) => string;
    readonly backToText: (label: string) => string;
    readonly table: string;
    readonly code: string;
  };
}

export const [useArticle, setArticle] = createContext<ArticleContext>();
