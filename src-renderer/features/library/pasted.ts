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

/** The address that is meant, also without its beginning (`example.org/page`); null where it is none. */
export function readAddress(text: string): URL | null {
  const written = text.trim();
  if (written === '' || /\s/.test(written)) return null;
  const url = URL.parse(
    /^[a-z][a-z0-9+.-]*:/i.test(written) && !/^[^/]+\.[^/]+:\d/.test(written)
      ? written
      : `https://${written}`,
  );
  if (!url || !/^https?:$/.test(url.protocol)) return null;
  return url.hostname.includes('.') || url.hostname.startsWith('[') || url.hostname === 'localhost'
    ? url
    : null;
}

/** Headings, lists, emphasis or links in Markdown's notation, in more than one place or at the very beginning. */
export function looksLikeMarkdown(text: string): boolean {
  if (/^\s*(#{1,6} \S|---\s*\n)/.test(text)) return true;
  const signs = text.match(/^#{1,6} \S|^[-*] \S|^> \S|\*\*\S[^*]*\*\*|\[[^\]]+\]\(https?:/gm) ?? [];
  return signs.length > 1;
}

/** An address alone goes where addresses go. */
export function readPasted(pasted: string): PastedForm {
  const address = isAddress(pasted);
  return {
    text: address ? '' : pasted,
    title: '',
    url: address ? pasted.trim() : '',
    markdown: looksLikeMarkdown(pasted),
  };
}
