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
