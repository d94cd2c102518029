/** Les mots pour choisir une affirmation depuis un autre écran, et des recherches conservées avec elle. */
import type english from '../en/claiming.ts';
import { createCounter } from '../counting.ts';

const count = createCounter('fr');

const claiming: typeof english = {
  find: 'Mots de l’affirmation, ou d’une nouvelle',
  list: 'Affirmations',
  none: 'Pas encore d’affirmation\u00A0: écrivez l’énoncé d’une nouvelle.',
  noneFound: 'Aucune affirmation ne contient ces mots.',
  create: 'Nouvelle affirmation avec ces mots',
  keepSearch: 'Garder comme preuve de diligence…',
  keepTitle: 'Conserver cette recherche avec une affirmation',
  keepHint:
    'Elle montrera que vous avez cherché\u00A0: quoi, quand, dans quelles limites, et combien il y en avait.',
  found: (n) => (n === 0 ? 'rien trouvé' : `${count(n, 'résultat', 'résultats')}`),
  note: 'Ce que cela veut dire',
  noteHint: 'Par exemple\u00A0: aucun titre de la région n’en parle.',
  searches: 'Recherches faites',
  again: (query) => `Chercher à nouveau ${query}`,
  remove: 'Mettre à la corbeille',
  menuOf: (query) => `${query}\u00A0: plus`,
};

export default claiming;
