/** Les mots des collections, des recherches enregistrées, de la sélection et de la corbeille. */
import type english from '../en/shelves.ts';
import { createCounter } from '../counting.ts';

const count = createCounter('fr');
const number = new Intl.NumberFormat('fr');

const shelves: typeof english = {
  all: 'Toutes les sources',
  name: 'Nom',
  nameError: 'Il faut un nom.',
  nameTaken: 'Ce nom est pris.',
  collections: 'Collections',
  newCollection: 'Nouvelle collection…',
  newTitle: 'Nouvelle collection',
  rename: 'Renommer…',
  renameTitle: 'Renommer',
  remove: 'Mettre à la corbeille',
  up: 'Monter',
  down: 'Descendre',
  menuOf: (name) => `${name}\u00A0: plus`,
  empty: 'Aucune source dans cette collection. Sélectionnez des sources dans la bibliothèque et ajoutez-les.',
  arranged: 'Ordre choisi',
  arrange: 'Déplacer dans la collection',
  savedSearch: (name) => `Recherche enregistrée\u00A0: ${name}`,
  saved: 'Recherches enregistrées',
  saveSearch: 'Enregistrer cette recherche…',
  saveShort: 'Enregistrer…',
  saveTitle: 'Enregistrer la recherche',
  create: 'Créer',
  run: (name) => `Lancer la recherche enregistrée ${name}`,
  open: (name) => `Ouvrir la collection ${name}`,
  inCollection: 'Collection',
  selection: {
    label: 'Sélection',
    count: (n) => count(n, 'sélectionnée', 'sélectionnées'),
    tag: 'Étiquettes…',
    collect: 'Ajouter à une collection',
    takeOut: 'Retirer de la collection',
    remove: 'Mettre à la corbeille',
    clear: 'Terminer la sélection',
    all: 'Sélectionner toutes les sources',
    tagTitle: (n) => `Étiquettes de ${count(n, 'source', 'sources')}`,
    addTags: 'Ajouter à toutes',
    untag: 'Retirer de toutes',
    apply: 'Appliquer',
    hint: 'Ctrl ou Maj et un clic, ou Maj et les flèches, en sélectionnent plusieurs.',
  },
  trash: {
    empty: 'Vider la corbeille…',
    title: 'Vider la corbeille',
    asks: (n) =>
      `${count(n, 'élément est effacé', 'éléments sont effacés')} pour de bon\u00A0: avec les sources, leurs textes, fichiers d’origine, images et surlignages\u202F; avec les affirmations, leurs verdicts\u202F; avec les notes, leur histoire.`,
    noUndo: 'C’est la seule chose qui ne s’annule pas. Ce qui n’est pas à la corbeille reste tel quel.',
    confirm: 'Effacer pour de bon',
    progress: (left) => `encore ${number.format(left)}…`,
    done: (n) => `La corbeille est vide\u00A0: ${count(n, 'élément effacé', 'éléments effacés')}.`,
    counts: (kind, n) => `${kind}\u00A0: ${number.format(n)}`,
    restoreAll: 'Tout rétablir',
    more: (n) => `et ${number.format(n)} de plus`,
    kinds: {
      source: 'Source',
      excerpt: 'Surlignage',
      claim: 'Affirmation',
      note: 'Note',
      tag: 'Étiquette',
      collection: 'Collection',
      'saved-search': 'Recherche enregistrée',
      'kept-search': 'Recherche conservée',
    },
    plural: {
      source: 'Sources',
      excerpt: 'Surlignages',
      claim: 'Affirmations',
      note: 'Notes',
      tag: 'Étiquettes',
      collection: 'Collections',
      'saved-search': 'Recherches enregistrées',
      'kept-search': 'Recherches conservées',
    },
  },
};

export default shelves;
