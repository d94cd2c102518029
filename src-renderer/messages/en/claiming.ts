/** Words for choosing a claim from another screen, and of searches that are kept with one. */
import { createCounter } from '../counting.ts';

const count = createCounter('en');

const claiming = {
  find: 'Words of the claim, or of a new one',
  list: 'Claims',
  none: 'There is no claim yet: type the statement of a new one.',
  noneFound: 'No claim holds these words.',
  create: 'New claim of these words',
  keepSearch: 'Keep as evidence of diligence…',
  keepTitle: 'Keep this search with a claim',
  keepHint: 'It shows later that you looked: for what, when, within which limits, and how much there was.',
  found: (n: number) => (n === 0 ? 'nothing found' : `${count(n, 'result', 'results')}`),
  note: 'What it means',
  noteHint: 'For instance: no outlet of the region has it.',
  searches: 'Searches made',
  again: (query: string) => `Search again for ${query}`,
  remove: 'Move to the trash',
  menuOf: (query: string) => `${query}: more`,
};

export default claiming;
