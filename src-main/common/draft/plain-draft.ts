/** Markdown and HTML of a draft that no reader sees, blanked out so that all offsets stay. */

/** Every repetition is bounded: an open one looks at the same signs again and again. */
const UNSEEN = [
  /^```[^\n]{0,200}\n[\s\S]{0,100000}?\n```/gm,
  /<!--[\s\S]{0,20000}?-->/g,
  /<\/?[a-z][^<>\n]{0,1000}>/gi,
  // Of a link, its address; of a footnote, its mark.
  /(?<=\])\([^()\n]{0,2000}\)/g,
  /\[\^[^\]\n]{1,100}\]/g,
];
/** What stands between words only to dress them. */
const SIGNS = /(?<=^|[^\\])(?:\*{1,3}|_{1,3}(?=\p{L})|(?<=[\p{L}\p{P}])_{1,3}|`)/gu;

const blank = (matched: string): string => matched.replace(/[^\n]/g, ' ');

/** As long as what was given. */
export function plainDraft(text: string): string {
  let plain = text;
  for (const pattern of UNSEEN) plain = plain.replace(pattern, blank);
  return plain.replace(SIGNS, blank);
}
