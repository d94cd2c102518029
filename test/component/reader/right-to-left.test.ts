import '../../support/fresh-page.ts';
import { describe, expect, it } from 'vitest';
import { layoutText } from '../../../src-main/common/document/canonical.ts';
import type { Heading, Root } from '../../../src-main/common/document/tree.ts';
import { CaretState } from '../../../src-renderer/features/reader/caret.svelte.ts';
import { titleHeading } from '../../../src-renderer/features/reader/outline.ts';
import { Surface } from '../../../src-renderer/features/reader/surface.svelte.ts';

const TITLE = 'מתקן ההתפלה בחוף';

function caretIn(value: string): CaretState {
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] };
  const caret = new CaretState(new Surface(layoutText(tree), 0), () => undefined);
  caret.toggle(0);
  return caret;
}

function pressed(caret: CaretState, key: string, ctrlKey = false): number {
  caret.press(new KeyboardEvent('keydown', { key, ctrlKey }));
  return caret.focus;
}

describe('an article that is read from right to left', () => {
  it('has its caret go on to the left, as the eye does', () => {
    const caret = caretIn('העירייה הודיעה ביום');
    expect(pressed(caret, 'ArrowLeft')).toBe(1);
    expect(pressed(caret, 'ArrowLeft', true)).toBe('העירייה'.length);
    expect(pressed(caret, 'ArrowRight')).toBe('העירייה'.length - 1);
    expect(pressed(caretIn('The council'), 'ArrowRight')).toBe(1);
  });

  it('has arrows for the ends of a highlight that point where the ends go', () => {
    const forward = (value: string): string =>
      new Surface(
        layoutText({
          type: 'root',
          children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
        }),
        0,
      ).forwardArrow;
    expect(forward('קו החשמל')).toBe('ArrowLeft');
    expect(forward('The power line')).toBe('ArrowRight');
  });
});

describe('a title that the page repeats as its first heading', () => {
  const heading = (value: string, depth: Heading['depth']): Heading => ({
    type: 'heading',
    depth,
    children: [{ type: 'text', value }],
  });
  const found = (first: Heading): Heading | null =>
    titleHeading({ title: TITLE, tree: { type: 'root', children: [first] } });

  it('stands once, whatever its script and whichever of the two highest it is', () => {
    const [one, two] = [heading(` ${TITLE}`, 1), heading(TITLE, 2)];
    expect(found(one)).toBe(one);
    expect(found(two)).toBe(two);
  });

  it('is not taken for a smaller heading, nor for other words', () => {
    expect(found(heading(TITLE, 3))).toBeNull();
    expect(found(heading('קו החשמל', 1))).toBeNull();
  });
});
