import { createContext } from 'svelte';
import type { Heading, Image } from '../../../../src-main/common/document/tree.ts';
import type { PictureStore } from '../picture-store.ts';

/** What the nodes of an article need of the reader around them. */
export interface ArticleContext {
  /** The element id of a heading, for the outline and for links to it. */
  readonly headingId: (heading: Heading) => string | undefined;
  /** A link was chosen: its address is shown before anything opens. */
  readonly openLink: (url: string) => void;
  /** A footnote's call was chosen. */
  readonly openFootnote: (identifier: string, call: HTMLElement) => void;
  /** Back from a footnote to where it was called. */
  readonly leaveFootnote: (identifier: string) => void;
  readonly pictures: PictureStore;
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
