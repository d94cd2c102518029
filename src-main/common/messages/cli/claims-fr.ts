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
  'draft check': 'Comparer les citations et les chiffres d’un brouillon avec le carnet',
};

export const CLAIM_OPTIONS: Readonly<Record<keyof typeof EN_OPTIONS, string>> = {};

export const CLAIM_WORDS: ClaimCliWords = {
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
