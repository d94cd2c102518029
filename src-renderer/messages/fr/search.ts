/** Words of the search screen, in French. */
import { createCounter } from '../counting.ts';
import type en from '../en/search.ts';

const count = createCounter('fr');
const results = (n: number): string => count(n, 'résultat', 'résultats');

const search: typeof en = {
  title: 'Recherche',
  refine: 'Affiner',
  results,
  summary: (shown, total, sources) => {
    const place = sources > 0 ? ` dans ${count(sources, 'source', 'sources')}` : '';
    return shown < total ? `${results(shown)} sur ${total}${place}` : `${results(total)}${place}`;
  },
  forQuery: (query) => `pour ${query}`,
  searching: 'Recherche en cours…',
  more: 'Autres résultats',
  browse: 'Parcourir',
  listLabel: 'Résultats',
  sort: 'Par pertinence',

  in: 'Dans',
  kind: { passage: 'textes', excerpt: 'surlignages', claim: 'affirmations', note: 'notes' },
  language: 'Langue',
  tag: 'Étiquette',
  status: 'Statut de l’affirmation',
  statuses: { unreviewed: 'À examiner', verified: 'Vérifiée', disputed: 'Contestée' },
  filtersOn: (n) => count(n, 'filtre', 'filtres'),
  clearFilters: 'Retirer les filtres',
  moreTags: (n) => `${n} de plus`,
  fewerTags: 'Moins',

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
  because: (how) => ` : ${how}`,
  inFields: (fields) => `dans ${fields}`,
  field: {
    title: 'le titre',
    text: 'le texte',
    quotation: 'la citation',
    note: 'la note',
    tag: 'les étiquettes',
    statement: 'l’énoncé',
  },
  share: (word, percent) => `${word} compte pour ${percent} du score.`,
  around: 'Autour du passage',
  open: 'Ouvrir à sa place',
  openClaim: 'Ouvrir l’affirmation',
  noteTitle: 'Titre',
  noteBody: 'Note',
  saveNote: 'Enregistrer la note',
  untitled: 'Note sans titre',

  syntax: 'Préciser',
  help: [
    ['"deux mots"', 'dans cet ordre'],
    ['titre:mot', 'dans les titres'],
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
