/** The rules of a page's own style elements, apart from the page. */
export interface SplitPage {
  readonly html: string;
  readonly css: string;
}

const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;

export function splitStyles(html: string): SplitPage {
  const css = [...html.matchAll(STYLE)].map(([, rules]) => rules).join('\n');
  return { html: html.replace(STYLE, ''), css };
}
