/** Words of the command line about claims and drafts, in French. */
import type { CLAIM_OPTIONS as EN_OPTIONS, CLAIM_VERBS as EN_VERBS, ClaimCliWords } from './claims-en.ts';

export const CLAIM_VERBS: Readonly<Record<keyof typeof EN_VERBS, string>> = {
  'claim add': 'Noter une affirmation, à examiner',
  'claim evidence': 'Joindre un surlignage à une affirmation',
  'claim verify': 'Marquer une affirmation comme vérifiée, avec le motif',
  'claim dispute': 'Marquer une affirmation comme contestée, avec le motif',
  'claim reopen': 'Remettre une affirmation à examiner, avec le motif',
  'claim show': 'Montrer une affirmation, ses pièces et son histoire',
  'claim list': 'Lister les affirmations',
  'claim due': 'Lister les affirmations à réexaminer',
  'claim matrix':
    'Montrer affirmations × sources\u00A0: ce que dit chacune, les origines comptées une fois, et sans qui le verdict serait autre',
  'claim recheck': 'Fixer le jour où une affirmation est à réexaminer',
  'claim supersede': 'Dire qu’une seconde affirmation prend la place d’une première',
  'claim diligence':
    'Chercher maintenant et garder avec une affirmation que cela fut cherché\u202F; sans requête, lister ce qui est gardé',
  'draft check': 'Comparer les citations et les chiffres d’un brouillon avec le carnet',
};

export const CLAIM_OPTIONS: Readonly<Record<keyof typeof EN_OPTIONS, string>> = {
  'as-of': 'avec les verdicts et les pièces d’un jour (2026-05-01)',
  by: 'ce jour-là ou avant (par défaut\u00A0: aujourd’hui)',
  'claim recheck by': 'le jour, comme 2026-05-01',
  csv: 'en CSV, pour un tableur',
  never: 'plus aucun jour',
  nothing: 'plus rien ne prend sa place',
  'claim diligence note': 'ce que vous cherchiez, ou ce que signifie de n’avoir rien trouvé',
  'claim diligence language': 'seulement les sources dans cette langue',
  'claim diligence tag': 'seulement ce qui porte cette étiquette',
};

export const CLAIM_WORDS: ClaimCliWords = {
  recheckBy: 'À réexaminer le',
  supersededBy: 'Remplacée par',
  searches: 'Recherches conservées',
  query: 'Requête',
  found: 'Résultats',
  noSearches: 'Aucune recherche n’est conservée avec cette affirmation.',
  noneDue: 'Rien n’est à réexaminer.',
  weight: 'Pour\u00A0: contre',
  against: '\u00A0: ',
  flips: 'Bascule sans',
  signs:
    '+ appuie  ≠ conteste  − mentionne  ± les deux  (entre parenthèses\u00A0: répète une origine, comptée une fois)',
  changed: 'D’autres mots',
  vanished: 'Introuvable désormais',
  kept: 'Laissée sans place',
  noneChanged: 'Aucune citation n’a changé.',
  checking: 'Vérification',
  quotations: 'Citations',
  figures: 'Chiffres',
  verdict: 'Verdict',
  draftText: 'Dans le brouillon',
  nothingToCheck: 'Le brouillon ne cite rien et ne donne aucun chiffre.',
  verdicts: {
    exact: '✓ exacte',
    altered: '≠ modifiée',
    'other speaker': '≠ autre locuteur',
    'not found': '? introuvable',
    found: '✓ trouvé',
    differs: '≠ différent',
  },
  instead: (draft, source) =>
    draft === ''
      ? `la source ajoute «\u00A0${source}\u00A0»`
      : source === ''
        ? `«\u00A0${draft}\u00A0» n’est pas dans la source`
        : `«\u00A0${draft}\u00A0», dans la source «\u00A0${source}\u00A0»`,
  saidBy: (draft, source) => `le brouillon dit ${draft}, la source ${source}`,
};
