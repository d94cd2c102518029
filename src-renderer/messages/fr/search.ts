/** Words of the search screen, in French. */
import { createCounter } from '../counting.ts';
import type en from '../en/search.ts';

const count = createCounter('fr');
const number = new Intl.NumberFormat('fr');
const results = (n: number): string => count(n, 'résultat', 'résultats');

const search: typeof en = {
  title: 'Recherche',
  refine: 'Affiner',
  results,
  summary: (shown, total, sources) => {
    if (shown < total) return `${number.format(shown)} sur ${results(total)}`;
    return sources > 0 ? `${results(total)} dans ${count(sources, 'source', 'sources')}` : results(total);
  },
  forQuery: (query) => `pour ${query}`,
  searching: 'Recherche en cours…',
  more: 'Autres résultats',
  browse: 'Parcourir',
  listLabel: 'Résultats',

  in: 'Dans',
  kind: { passage: 'textes', excerpt: 'surlignages', claim: 'affirmations', note: 'notes' },
  language: 'Langue',
  site: 'Média',
  date: 'Date',
  tag: 'Étiquette',
  status: 'Statut de l’affirmation',
  statuses: { unreviewed: 'À examiner', verified: 'Vérifiée', disputed: 'Contestée' },
  refineHint:
    'Ce qu’une recherche trouve se resserre ici par genre, langue, média, date, étiquette et statut.',
  facetValue: (value, n) => `${value}, ${results(n)}`,
  moreValues: (n) => `${number.format(n)} de plus`,
  moreOf: (facet, n) => `${facet} : ${number.format(n)} de plus`,
  fewer: 'Moins',
  fewerOf: (facet) => `${facet} : moins`,
  period: {
    label: 'Période de publication',
    open: 'Période…',
    from: 'de',
    to: 'à',
    example: 'aaaa-mm-jj',
    noDate: 'Écrivez une année, un mois ou un jour : 2026, 2026-03 ou 2026-03-14.',
    disordered: 'La fin précède le début.',
    between: (from, to) => `${from} à ${to}`,
    since: (from) => `depuis ${from}`,
    until: (to) => `jusqu’à ${to}`,
  },
  filters: 'Filtres',
  refineBy: (n) => (n > 0 ? `Affiner, ${count(n, 'filtre actif', 'filtres actifs')}` : 'Affiner'),
  removeFilter: (name) => `Retirer le filtre ${name}`,
  clearFilters: 'Retirer les filtres',

  claims: 'Affirmations',
  notes: 'Vos notes',
  passagesOf: (n) => count(n, 'passage', 'passages'),
  highlighted: 'surligné',

  why: 'Pourquoi ce résultat',
  how: {
    exact: 'le mot lui-même',
    fold: 'le même mot, aux accents et majuscules près',
    stem: 'une autre forme du mot',
    prefix: 'commence ainsi',
    fuzzy: 's’écrit presque ainsi',
    phrase: 'les mots dans cet ordre',
  },
  because: (query, how, fields) => `« ${query} » : ${how}, dans ${fields}`,
  itself: (how, fields) => `${how}, dans ${fields}`,
  lessThan: (percent) => `< ${percent}`,
  partOf: (field, percent) => `${field} (${percent})`,
  weighsNothing: 'Aucun mot ne pèse ici : le résultat répond à ce qui est demandé.',
  field: {
    title: 'le titre',
    text: 'le texte',
    quotation: 'la citation',
    note: 'la note',
    tag: 'les étiquettes',
    statement: 'l’énoncé',
  },
  around: 'Autour du passage',
  open: 'Ouvrir à sa place',
  openClaim: 'Ouvrir l’affirmation',
  openNote: 'Ouvrir la note',

  fieldNames: {
    title: 'titre',
    text: 'texte',
    quotation: 'citation',
    note: 'note',
    tag: 'étiquette',
    statement: 'affirmation',
  },
  fieldMeanings: {
    title: 'dans les titres',
    text: 'dans le texte des articles',
    quotation: 'dans les passages surlignés',
    note: 'dans les notes',
    tag: 'avec une étiquette',
    statement: 'dans les affirmations',
  },
  inOrder: 'dans cet ordre',
  mistakes: {
    unknownField: (name) =>
      `« ${name} » n’est pas un champ : les champs sont titre, texte, citation, note, étiquette et affirmation. Les mots ont été cherchés tels quels.`,
    emptyField: (field) =>
      `Aucun mot ne suit « ${field} ». Écrivez-le juste après le deux-points ; les mots ont été cherchés tels quels.`,
    openQuote: (part) =>
      `Le guillemet ouvert avant « ${part} » n’est pas fermé : ses mots n’ont pas été cherchés comme une citation.`,
    loneSign: (part) =>
      `Aucun mot ne suit le signe dans « ${part} ». Écrivez + ou - une seule fois, juste avant un mot ou un champ ; les mots ont été cherchés tels quels.`,
    noDistance: (part) =>
      `Dans « ${part} », un nombre de lettres doit suivre le tilde, comme dans mot~1 ; les mots ont été cherchés tels quels.`,
    noBoost: (part) =>
      `Dans « ${part} », un nombre doit suivre l’accent circonflexe, comme dans mot^2 ; les mots ont été cherchés tels quels.`,
  },

  syntax: 'Préciser',
  help: [
    ['"deux mots"', 'dans cet ordre'],
    ['titre:mot', 'dans les titres'],
    ['étiquette:mot', 'avec l’étiquette'],
    ['+mot', 'doit y être'],
    ['-mot', 'ne doit pas y être'],
    ['mot*', 'ce qui commence ainsi'],
    ['mot~1', 'à une lettre près'],
  ],
  insert: (example) => `Ajouter ${example} à la recherche`,

  startTitle: 'Écrivez ce que vous cherchez.',
  emptyHint: 'Le carnet est vide : ajoutez d’abord un article, et ses mots se trouveront ici.',
  startHint:
    'La recherche suit votre frappe dans les articles, les surlignages, les affirmations et les notes, en français comme en anglais.',
  noneTitle: (query) => `Rien ne contient « ${query} ».`,
  noneHint:
    'Vérifiez l’orthographe, prenez moins de mots, ou terminez-en un par * pour ce qui commence ainsi.',
  noneFiltered: 'Les filtres ne laissent rien : retirez-les pour voir le reste.',
  failed: 'La recherche n’a pas répondu.',
};

export default search;
