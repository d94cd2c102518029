import '../../support/fresh-page.ts';
import { expect, it } from 'vitest';
import { selectsBeside } from '../../../src-renderer/anchoring/selection.ts';

it('tells words of the page that are none of the article from those that are', () => {
  document.body.innerHTML =
    '<nav>Menu</nav><main><h1>The title</h1><article><p>The text.</p></article></main>';
  const [nav, page, title, article] = ['nav', 'main', 'h1', 'article'].map((name) =>
    document.querySelector(name),
  );
  if (!nav || !page || !title || !article) throw new Error('no page');
  const selection = getSelection();
  const isBeside = (node: Node, from: number, to: number): boolean => {
    selection?.setBaseAndExtent(node, from, node, to);
    return selectsBeside(page, article, selection);
  };
  const words = (element: Element): Node => element.firstChild ?? element;
  expect(isBeside(words(title), 0, 9)).toBe(true);
  expect(isBeside(words(title), 3, 4)).toBe(false);
  expect(isBeside(words(title), 2, 2)).toBe(false);
  expect(isBeside(words(article.children[0] ?? article), 0, 3)).toBe(false);
  expect(isBeside(words(nav), 0, 4)).toBe(false);
  expect(selectsBeside(page, article, null)).toBe(false);
});
