import { expect, it } from 'vitest';
import { TagCount } from '../../../src-main/core/capture/html/tag-count.ts';

it('counts opening tags alone, and those of all parts together', () => {
  const tags = new TagCount('book.epub');
  const part = '<p>1 < 2</p><!-- c -->'.repeat(75_000);
  tags.add(part);
  tags.add(part);
  expect(() => tags.add('<br>')).toThrow(
    expect.objectContaining({
      code: 'too-large',
      details: { what: 'elements', limit: 150_000, fileName: 'book.epub' },
    }),
  );
});
