import { describe, expect, it } from 'vitest';
import { placeMenu } from '../../../src-renderer/ui/menu-place.ts';

const WINDOW = { width: 1000, height: 700 };
const at = (top: number) => ({ top, bottom: top + 30, left: 200, right: 230 });
const items = (n: number) => Array.from({ length: n }, () => ({}));

describe('the place of a menu', () => {
  it('is below its button, at either side', () => {
    expect(placeMenu(at(40), 'start', items(3), WINDOW)).toBe('top: 74px; left: 200px; max-height: 618px');
    expect(placeMenu(at(40), 'end', items(3), WINDOW)).toMatch(/^top: 74px; right: 770px;/);
  });

  it('is above a button at the foot of the window, with the room that is there', () => {
    expect(placeMenu(at(640), 'start', items(6), WINDOW)).toBe(
      'bottom: 64px; left: 200px; max-height: 628px',
    );
  });

  it('stays below where it fits, however near the foot, and where there is no more room above', () => {
    expect(placeMenu(at(580), 'start', items(2), WINDOW)).toMatch(/^top: 614px/);
    expect(placeMenu(at(300), 'start', items(90), WINDOW)).toMatch(
      /^top: 334px; left: 200px; max-height: 358px$/,
    );
  });
});
