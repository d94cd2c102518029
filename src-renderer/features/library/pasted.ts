/** What a pasted or dropped text is before the user has a word to say about it. */
export interface PastedForm {
  text: string;
  title: string;
  url: string;
  markdown: boolean;
}

/** One web address and nothing else. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text.trim());
}

/** Headings, lists, emphasis or links in Markdown's notation, in more than one place or at the very beginning. */
export function looksLikeMarkdown(text: string): boolean {
  if (/^\s*(#{1,6} \S|---\s*\n)/.test(text)) return true;
  const signs = text.match(/^#{1,6} \S|^[-*] \S|^> \S|\*\*\S[^*]*\*\*|\[[^\]]+\]\(https?:/gm) ?? [];
  return signs.length > 1;
}

/** An address alone goes where addresses go: Dossier does not fetch it. */
export function readPasted(pasted: string): PastedForm {
  const address = isAddress(pasted);
  return {
    text: address ? '' : pasted,
    title: '',
    url: address ? pasted.trim() : '',
    markdown: looksLikeMarkdown(pasted),
  };
}
