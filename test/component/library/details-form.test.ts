import { describe, expect, it } from 'vitest';
import { changesOf, originIn, readForm } from '../../../src-renderer/features/library/details-form.ts';
import { buildSource } from '../state/support/builders.ts';

describe('the details of a source in their form', () => {
  const source = buildSource({ byline: 'Jo Field', origins: { byline: 'json-ld', title: 'text' } });

  it('say where they came from, until something else is typed', () => {
    const form = readForm(source);
    expect(originIn(source, form, 'byline')).toBe('json-ld');
    expect(originIn(source, form, 'site')).toBeNull();
    expect(originIn(source, { ...form, byline: 'Jo M. Field' }, 'byline')).toBe('user');
  });

  it('show of an instant its day, and keep its time unless another day is typed', () => {
    const instant = new Date(2024, 1, 3, 9, 30).toISOString();
    const dated = buildSource({ publishedAt: instant, origins: { publishedAt: 'file' } });
    const form = readForm(dated);
    expect(form.publishedAt).toBe('2024-02-03');
    expect(originIn(dated, form, 'publishedAt')).toBe('file');
    expect(changesOf(dated, form)).toBeNull();
    expect(changesOf(dated, { ...form, publishedAt: '2024-02-04' })).toEqual({
      id: dated.id,
      publishedAt: '2024-02-04',
    });
  });

  it('are sent only where they were changed, and emptied as null', () => {
    const form = readForm(source);
    expect(changesOf(source, form)).toBeNull();
    expect(changesOf(source, { ...form, modifiedAt: '2026-04', description: 'A port.', byline: '' })).toEqual(
      {
        id: source.id,
        modifiedAt: '2026-04',
        description: 'A port.',
        byline: null,
      },
    );
  });
});
