/** What is used of readers that come without types. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string);
    readonly data: readonly unknown[];
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
declare module 'commonmark' {
  export interface Node {
    readonly type: string;
    readonly literal: string | null;
    readonly destination: string | null;
  }
  export interface Walker {
    next(): { readonly entering: boolean; readonly node: Node } | null;
  }
  export class Parser {
    parse(text: string): { walker(): Walker };
  }
}
