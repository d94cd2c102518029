/** What an evidence pack says of itself: what was computed, what that proves, and what it does not. */
import type { ExportLocale } from '../words.ts';

interface Part {
  readonly title: string;
  readonly items: readonly string[];
}

export interface EvidenceWords {
  readonly title: string;
  /** Until the script says another thing. */
  readonly noScript: string;
  readonly seal: string;
  readonly proves: Part;
  readonly provesNot: Part;
  readonly byHand: string;
  /** For the script of the page; `{n}` is a number. */
  readonly check: Readonly<
    Record<
      | 'cannot'
      | 'running'
      | 'passed'
      | 'failed'
      | 'open'
      | 'details'
      | 'holds'
      | 'differs'
      | 'notChecked'
      | 'seal'
      | 'original'
      | 'text'
      | 'shown'
      | 'shownClaims'
      | 'quotation'
      | 'verdicts',
      string
    >
  >;
}

const EN: EvidenceWords = {
  title: 'This page checks itself',
  noScript: 'Not checked: this browser ran no script. Everything can be read all the same.',
  seal: 'Seal: SHA\u2011256 of the record in this page, which names the hash of everything else. Compare it with the seal that reached you by another way (on paper, signed, from a witness).',
  proves: {
    title: 'What the check proves',
    items: [
      'The captured bytes in this page have the SHA\u2011256 that the notebook recorded for them.',
      'Each quotation stands, sign for sign, at the offsets given for it in the captured text.',
      'The articles and claims that you read here are those of the record, and no verdict is missing from a history, changed or out of order.',
      'With a seal from elsewhere: nothing has changed since it was given.',
    ],
  },
  provesNot: {
    title: 'What it does not prove',
    items: [
      'That the site published this, or when: dates and addresses are what the notebook says.',
      'Who captured or judged it, or that the capture holds all of the page.',
      'That nobody made the whole page anew, seal included: only a seal from elsewhere tells that.',
      'That what is quoted is true.',
    ],
  },
  byHand:
    'By hand: the element “original-…” of this file holds the captured bytes in Base64; any program for SHA\u2011256 computes their hash.',
  check: {
    cannot:
      'Not checked: this browser computes no hashes here. Open the page as a file, or in another browser.',
    running: 'Checking…',
    passed: 'Checked: all {n} findings hold.',
    failed: 'Changed: {n} findings do not hold. Do not rely on this page.',
    open: 'Not checked: {n} (not in this page, or of an earlier version).',
    details: 'Each finding',
    holds: '✓ holds:',
    differs: '✗ differs:',
    notChecked: '○ not checked:',
    seal: 'the record has the seal shown above',
    original: 'the captured bytes have the recorded hash',
    text: 'the captured text has the recorded hash',
    shown: 'the article shown is the one recorded',
    shownClaims: 'the claims shown are those recorded',
    quotation: 'the quotation stands at its offsets',
    verdicts: 'the history of verdicts is unbroken',
  },
};

const FR: EvidenceWords = {
  title: 'Cette page se vérifie elle-même',
  noScript: 'Non vérifié\u00A0: ce navigateur n’a exécuté aucun script. Tout se lit malgré cela.',
  seal: 'Sceau\u00A0: SHA\u2011256 du relevé contenu dans cette page, qui nomme l’empreinte de tout le reste. Comparez-le au sceau reçu par une autre voie (sur papier, signé, d’un témoin).',
  proves: {
    title: 'Ce que la vérification prouve',
    items: [
      'Les octets capturés dans cette page ont le SHA\u2011256 que le carnet a noté pour eux.',
      'Chaque citation se trouve, signe pour signe, à la position indiquée dans le texte capturé.',
      'Les articles et affirmations lus ici sont ceux du relevé, et aucun verdict ne manque à un historique, n’y est changé ni déplacé.',
      'Avec un sceau venu d’ailleurs\u00A0: rien n’a changé depuis qu’il a été donné.',
    ],
  },
  provesNot: {
    title: 'Ce qu’elle ne prouve pas',
    items: [
      'Que le site a publié ceci, ni quand\u00A0: dates et adresses sont ce que dit le carnet.',
      'Qui a capturé ou jugé, ni que la capture contient toute la page.',
      'Que personne n’a refait la page entière, sceau compris\u00A0: seul un sceau venu d’ailleurs le dit.',
      'Que ce qui est cité est vrai.',
    ],
  },
  byHand:
    'À la main\u00A0: l’élément «\u00A0original-…\u00A0» de ce fichier contient les octets capturés en Base64\u00A0; tout logiciel de SHA\u2011256 en calcule l’empreinte.',
  check: {
    cannot:
      'Non vérifié\u00A0: ce navigateur ne calcule pas d’empreintes ici. Ouvrez la page comme fichier, ou dans un autre navigateur.',
    running: 'Vérification…',
    passed: 'Vérifié\u00A0: les {n} constats tiennent.',
    failed: 'Modifié\u00A0: {n} constats ne tiennent pas. Ne vous fiez pas à cette page.',
    open: 'Non vérifiés\u00A0: {n} (absents de cette page, ou d’une version antérieure).',
    details: 'Chaque constat',
    holds: '✓ tient\u00A0:',
    differs: '✗ diffère\u00A0:',
    notChecked: '○ non vérifié\u00A0:',
    seal: 'le relevé a le sceau affiché ci-dessus',
    original: 'les octets capturés ont l’empreinte notée',
    text: 'le texte capturé a l’empreinte notée',
    shown: 'l’article affiché est celui du relevé',
    shownClaims: 'les affirmations affichées sont celles du relevé',
    quotation: 'la citation se trouve à sa position',
    verdicts: 'l’historique des verdicts est intact',
  },
};

export const EVIDENCE_WORDS: Readonly<Record<ExportLocale, EvidenceWords>> = { en: EN, fr: FR };
