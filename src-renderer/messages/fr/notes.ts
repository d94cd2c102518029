/** Les mots des notes, et de ce qui renvoie à une chose. */
import type english from '../en/notes.ts';
import { createCounter } from '../counting.ts';

const count = createCounter('fr');

const notes: typeof english = {
  title: 'Notes',
  listLabel: 'Notes',
  count: (n) => count(n, 'note', 'notes'),
  untitled: 'Note sans titre',
  emptyBody: 'Rien d’écrit encore.',
  add: 'Nouvelle note',
  filter: 'Trouver une note',
  noneFound: 'Aucune note ne contient ces mots.',
  empty: {
    title: 'Pas encore de notes',
    text: 'Notez ce qui n’est ni surlignage ni affirmation\u00A0: plans, questions, brouillons. Tapez [[ pour renvoyer à des sources, des affirmations, des surlignages ou d’autres notes.',
  },
  unchosen: 'Choisissez une note pour la lire.',
  unchosenHint: { before: 'Ou appuyez sur', after: 'pour en écrire une.' },
  name: 'Titre',
  body: 'Note',
  bodyHint: 'Markdown\u202F; [[ renvoie à une source, une affirmation, un surlignage ou une note',
  nameError: 'Une note demande un titre.',
  edit: 'Modifier',
  done: 'Enregistrer',
  discard: 'Abandonner les modifications',
  unsaved: 'Pas encore enregistrée\u202F; gardée en brouillon.',
  draft: 'brouillon',
  remove: 'Mettre la note à la corbeille',
  more: 'Plus',
  toList: 'Toutes les notes',
  about: 'À propos de cette note',
  tags: 'Étiquettes',
  noTags: 'Aucune étiquette',
  editTags: 'Modifier les étiquettes',
  changed: (date) => `Modifiée le ${date}`,
  showMore: 'Montrer la suite de cette note',
  mentions: {
    title: 'Mentionnée dans',
    none: 'Rien n’y renvoie encore.',
    kinds: { source: 'Source', claim: 'Affirmation', excerpt: 'Surlignage', note: 'Note' },
  },
  history: {
    open: 'Histoire…',
    title: 'Histoire de la note',
    states: 'États enregistrés',
    now: 'telle qu’elle est',
    against: 'Ce qui a changé depuis, jusqu’à maintenant',
    same: 'Ce sont les mots de la note telle qu’elle est.',
    restore: 'Reprendre cet état',
    restored: 'L’état antérieur est repris, comme une nouvelle modification.',
    added: 'ajouté',
    removed: 'retiré',
    left: (n) => `${count(n, 'lettre inchangée', 'lettres inchangées')}`,
  },
  hints: { move: 'Parcourir', open: 'Ouvrir', save: 'Enregistrer' },
};

export default notes;
