import { expect, it } from 'vitest';
import { describeFault } from '../../../src-main/common/messages/problems.ts';

it('says a fault in the language that is asked for, with its figures', () => {
  const fault = { fault: 'index-missing', details: { count: 2, first: 'claim c1' } };
  expect(describeFault(fault, 'en')).toBe('documents are missing from the search index: 2 (claim c1)');
  expect(describeFault(fault, 'fr')).toBe(
    'des documents manquent dans l’index de recherche\u00a0: 2 (claim c1)',
  );
});

it('names what could not be read, and why', () => {
  const fault = { fault: 'unreadable', details: { part: 'highlights', reason: 'malformed' } };
  expect(describeFault(fault, 'en')).toBe('the highlights cannot be read to the end: malformed');
  expect(describeFault(fault, 'fr')).toBe('les surlignages ne se lisent pas jusqu’au bout\u00a0: malformed');
});

it('shows the name of a fault that it has no words for', () => {
  expect(describeFault({ fault: 'of-a-newer-engine', details: {} }, 'fr')).toBe('of-a-newer-engine');
});
