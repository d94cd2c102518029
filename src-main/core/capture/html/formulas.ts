/**
 * Formulas as one word each, before the extractor takes their markup for clutter. Pages that are drawn by a script hold
 * each formula several times (for the eye, for screen readers, as TeX): one of them is kept.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';

type Parsed = DefaultTreeAdapterTypes.ChildNode;
type ParsedElement = DefaultTreeAdapterTypes.Element;

/** What MathJax draws beside the `<script type="math/tex">` that it drew it from. */
const DRAWN = /(?:^|\s)(?:MathJax(?:_(?:Display|Preview|SVG|SVG_Display|CHTML))?|mjx-chtml)(?:\s|$)/;
const KATEX = /(?:^|\s)katex(?:\s|$)/;

const isElement = (node: Parsed): node is ParsedElement => 'tagName' in node;
const attributeOf = (node: ParsedElement, name: string) =>
  node.attrs.find((attribute) => attribute.name === name)?.value;

function* walk(root: ParsedElement): Generator<Parsed> {
  const queue: Parsed[] = root.childNodes.toReversed();
  for (let next = queue.pop(); next; next = queue.pop()) {
    yield next;
    if (isElement(next)) for (const child of next.childNodes.toReversed()) queue.push(child);
  }
}

function textOf(root: ParsedElement): string {
  const parts: string[] = [];
  for (const node of walk(root)) if ('value' in node) parts.push(node.value);
  return parts.join('');
}

/** TeX that stands beside the signs, or null. */
function texIn(root: ParsedElement): string | null {
  for (const node of walk(root)) {
    if (isElement(node) && node.tagName === 'annotation' && /tex/i.test(attributeOf(node, 'encoding') ?? ''))
      return textOf(node);
  }
  return null;
}

function hasTexBeside({ parentNode }: ParsedElement): boolean {
  return (parentNode?.childNodes ?? []).some((child) => isElement(child) && isTexScript(child));
}

const isTexScript = (node: ParsedElement) =>
  node.tagName === 'script' && /^math\/tex/i.test(attributeOf(node, 'type') ?? '');

/** The formula that `node` is; empty where it repeats one; null where it is none. */
export function formulaOf(node: ParsedElement): string | null {
  const { tagName } = node;
  let formula: string;
  if (tagName === 'math') formula = attributeOf(node, 'alttext') ?? texIn(node) ?? textOf(node);
  else if (tagName === 'script' && isTexScript(node)) formula = textOf(node);
  else if (tagName === 'span' || tagName === 'div') {
    const names = attributeOf(node, 'class');
    if (names === undefined) return null;
    if (DRAWN.test(names) && hasTexBeside(node)) return '';
    const tex = KATEX.test(names) ? texIn(node) : null;
    if (tex === null) return null;
    formula = tex;
  } else return null;
  return formula.replace(/\s+/g, ' ').trim();
}
