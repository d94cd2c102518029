/** Whether the browser can break words: it needs a dictionary of the language, which most systems do not have offline. */
const LONG_WORD = 'extraordinairement';
const known = new Map<string, boolean>();

export function canHyphenate(language: string | null): boolean {
  if (language === null) return false;
  const answer = known.get(language) ?? tryOut(language);
  known.set(language, answer);
  return answer;
}

function tryOut(language: string): boolean {
  const element = document.createElement('div');
  element.lang = language;
  element.textContent = LONG_WORD;
  element.style.cssText = 'position:absolute;visibility:hidden;width:3em;hyphens:auto';
  document.body.append(element);
  const { height } = element.getBoundingClientRect();
  element.style.hyphens = 'manual';
  const isHigher = height > element.getBoundingClientRect().height;
  element.remove();
  return isHigher;
}
