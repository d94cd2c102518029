/** Words of the command line about the codebook, in French. */
import type { TAG_OPTIONS as EN_OPTIONS, TAG_VERBS as EN_VERBS, TagCliWords } from './tags-en.ts';

export const TAG_VERBS: Readonly<Record<keyof typeof EN_VERBS, string>> = {
  'tag list': 'Lister le livre de codes',
  'tag add': 'Créer une étiquette',
  'tag edit':
    'Changer le sens, la couleur, le parent ou les alias d’une étiquette\u202F; un sens vide efface',
  'tag rename': 'Renommer une étiquette partout',
  'tag move': 'Placer une étiquette sous une autre\u202F; sans parent, au premier niveau',
  'tag merge': 'Fusionner une étiquette dans une autre, avec ce qui la porte, ses enfants et ses noms',
  'tag remove': 'Supprimer une étiquette\u202F; «\u00A0undo\u00A0» la rend, avec tout ce qui la portait',
  'tag uses': 'Lister ce qui porte une étiquette, ou l’une de celles placées dessous',
  'tag overlaps':
    'Lister les étiquettes qui vont avec une étiquette, ou les passages que deux étiquettes partagent',
  'tag export': 'Écrire le livre de codes en CSV ou au format REFI-QDA (.qdc)',
  'tag import':
    'Reprendre un livre de codes, en CSV ou REFI-QDA (.qdc)\u202F; le même fichier deux fois ne change rien',
};

export const TAG_OPTIONS: Readonly<Record<keyof typeof EN_OPTIONS, string>> = {
  parent: 'l’étiquette sous laquelle elle se place',
  top: 'elle ne se place sous aucune autre',
  meaning: 'ce qu’elle désigne',
  'tag add color': 'couleur de l’étiquette',
  'tag edit color': 'couleur de l’étiquette',
  alias: 'autre nom, qui désigne alors cette étiquette\u202F; peut être répétée',
  unalias: 'autre nom qu’elle perd\u202F; peut être répétée',
  'keep-alias': 'l’ancien nom reste comme alias',
  below: 'avec toutes les étiquettes placées dessous\u202F; sans cela, elles montent',
  'exact-tag': 'cette étiquette seule, sans celles placées dessous',
  kind: 'seulement ce genre de choses',
  'tag uses limit': 'nombre de choses au plus (100)',
  'tag uses offset': 'nombre de choses à passer d’abord',
  'tag overlaps limit': 'nombre d’étiquettes au plus (50)',
  'tag export format': 'csv (avec tout) ou qdc (pour les logiciels d’analyse qualitative, sans les alias)',
  'tag export out': 'fichier à écrire',
  update: 'le fichier remplace les noms, sens, couleurs et places qui sont ici',
};

export const TAG_WORDS: TagCliWords = {
  none: 'Aucune étiquette. «\u00A0dossier tag add NOM\u00A0» en crée une\u202F; --tag aussi.',
  unused: 'Rien ne porte cette étiquette.',
  apart: 'Elles ne vont jamais ensemble.',
  count: 'Emplois',
  aliases: 'Alias',
  meaning: 'Sens',
  kind: 'Genre',
  kinds: { source: 'source', excerpt: 'surlignage', claim: 'affirmation', note: 'note' },
  together: {
    excerpts: 'Même surlignage',
    overlapping: 'Se recouvrent',
    sources: 'Même source',
    claims: 'Même affirmation',
    notes: 'Même note',
  },
  added: 'Ajoutées',
  changed: 'Complétées',
  unchanged: 'Inchangées',
};
