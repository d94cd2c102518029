import { describe, expect, it } from 'vitest';
import { contextAfter, contextBefore } from '../../../src-renderer/quoting/context.ts';

describe('the context of a quotation', () => {
  it('is cut at whole words where it was cut at all', () => {
    expect(contextBefore('e of the work that the port says ')).toBe('…\u00A0of the work that the port says ');
    expect(contextBefore('The work cost ')).toBe('The work cost ');
    expect(contextAfter(' euros in all, according to the po')).toBe(' euros in all, according to the\u00A0…');
    expect(contextAfter(' euros in all, that is to say. Tha')).toBe(' euros in all, that is to say.');
  });

  it('stays in the paragraph of the quotation', () => {
    expect(contextBefore('The end.\n\nThe work cost ')).toBe('The work cost ');
    expect(contextAfter(' euros.\n\nThen')).toBe(' euros.');
  });
});
