import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src-main/common/contract/commands.ts';
import { CHANGES, describeChange } from '../../src-main/common/messages/changes.ts';

describe('a change', () => {
  it('is said in the user’s language, with its subject', () => {
    const change = { command: 'excerpt.add', subject: '412 millions' };
    expect(describeChange(change, 'fr')).toBe('Passage surligné (412 millions)');
    expect(describeChange({ ...change, subject: '' }, 'en')).toBe('Passage highlighted');
  });

  it('of a newer app is said by its name', () => {
    expect(describeChange({ command: 'figure.confirm', subject: 'x' }, 'en')).toBe('figure.confirm (x)');
  });

  it.each(['en', 'fr'] as const)('has a name of its own for every mutation, in %s', (locale) => {
    const names = Object.values(CHANGES[locale]);
    const mutations = Object.values(COMMANDS).filter(({ kind }) => kind === 'mutation');
    expect(new Set(names).size).toBe(mutations.length);
  });
});
