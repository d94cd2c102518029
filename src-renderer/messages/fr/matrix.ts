/** Words of the matrix of claims × sources, in French. */
import { createCounter } from '../counting.ts';
import type en from '../en/matrix.ts';

const count = createCounter('fr');
const claims = (n: number): string => count(n, 'affirmation', 'affirmations');
const sources = (n: number): string => count(n, 'source', 'sources');
const passages = (n: number): string => count(n, 'passage', 'passages');

const matrix: typeof en = {
  title: 'Matrice',
  found: (rows, columns) => `${claims(rows)} × ${sources(columns)}`,
  cut: (rows, columns) =>
    [
      ...(rows > 0 ? [`encore ${claims(rows)}`] : []),
      ...(columns > 0 ? [`encore ${sources(columns)}`] : []),
    ].join(' et ') + '\u00A0: restreignez la matrice pour les voir',
  ledger: 'Registre',

  empty: 'Aucune affirmation pour l’instant.',
  emptyHint:
    'La matrice montre ce que chaque source dit de chaque affirmation. Notez une affirmation et joignez-y des passages.',
  noEvidence: 'Aucun passage n’est joint à ces affirmations.',
  noEvidenceHint:
    'Ouvrez une affirmation et joignez les passages qui l’appuient, la contestent ou la mentionnent.',
  noneMatch: 'Aucune affirmation ne répond à ce choix.',
  showAll: 'Tout afficher',

  legend: 'Ce que disent les signes',
  stance: { supports: 'appuie', disputes: 'conteste', mentions: 'mentionne', both: 'appuie et conteste' },
  repeats: 'répète une origine, comptée une fois',
  flipsSign: 'la balance tient à elle',
  grouped: 'Colonnes par origine\u00A0: d’abord l’origine, puis qui la répète',

  all: 'Toutes les affirmations',
  anyCollection: 'Toutes les sources',
  collection: 'Collection',
  choose: 'Choisir affirmations et sources…',
  chosen: (rows, columns) =>
    [...(rows === null ? [] : [claims(rows)]), ...(columns === null ? [] : [sources(columns)])].join(', '),
  chooseTitle: 'Affirmations et sources de la matrice',
  chooseClaims: 'Affirmations',
  chooseSources: 'Sources',
  chooseFilter: 'Filtrer',
  chooseNone: 'Rien n’est choisi\u00A0: tout est affiché.',
  chooseSome: (n) => count(n, 'choix', 'choix'),
  clear: 'Effacer',
  apply: 'Afficher ce choix',
  size: 'Taille',
  sizes: { large: 'Grande', small: 'Petite', whole: 'Vue d’un coup' },
  orders: {
    newest: 'Récentes d’abord',
    statement: 'Par énoncé',
    status: 'Par statut',
    fragile: 'Fragiles d’abord',
  },
  asTable: 'En tableau',
  asPicture: 'En image',
  save: 'Enregistrer',
  savePng: 'Enregistrer en image (PNG)…',
  saveSvg: 'Enregistrer en dessin (SVG)…',
  saveCsv: 'Enregistrer en tableau (CSV)…',
  saved: (name) => `${name} a été enregistré.`,
  tooLarge: 'L’image serait trop grande\u00A0: restreignez la matrice, ou enregistrez-la comme dessin.',
  fileName: 'matrice',

  columns: {
    status: 'Statut',
    statement: 'Affirmation',
    weight: 'Pour\u00A0: contre',
    flips: 'Bascule sans',
  },
  nobody: 'aucune',
  weighed: (supports, disputes) => `${supports}\u00A0: ${disputes}`,
  weighs: (supports, disputes) =>
    `${count(supports, 'origine indépendante', 'origines indépendantes')} pour, ${disputes} contre`,
  balance: {
    verified: 'ses origines parlent pour elle',
    disputed: 'ses origines parlent contre elle',
    open: 'ses origines se valent',
  },
  flipsWithout: (names) => `bascule sans ${names}`,
  flips: 'Sans cette source, la balance pencherait autrement.',
  flipsOrigin: (origin) => `Sans ${origin}, la balance pencherait autrement.`,
  isRepeat: (origin) =>
    origin === '' ? 'Comptée une fois, plus à gauche.' : `Répète ${origin}, comptée plus à gauche.`,
  nothing: 'n’en dit rien',
  passages,
  origin: (name) => `Origine\u00A0: ${name}.`,
  bearsOn: (n) => `porte sur ${claims(n)}`,

  cell: (stance, n, notes) => [`${stance}, ${passages(n)}.`, ...notes].join(' '),
  detail: 'Ce que contient cette case',
  hint: 'Choisissez une case avec les flèches, ou pointez-en une\u00A0: ce que dit la source s’affiche ici.',
  more: (n) => `encore ${passages(n)}`,
  read: 'Lire à sa place',
  openClaim: 'Ouvrir l’affirmation',
  openSource: 'Ouvrir la source',
  loading: 'Lecture de la matrice…',

  keys: {
    cell: 'Case',
    open: 'Passage',
    claim: 'Affirmation',
    table: 'En tableau',
    picture: 'En image',
    image: 'Enregistrer l’image',
  },
};

export default matrix;
