/** La lecture : article, surlignages, marge, recherche. */
import { createCounter } from '../counting.ts';
import type en from '../en/reader.ts';

const count = createCounter('fr');
const percent = new Intl.NumberFormat('fr', { style: 'percent' });

const reader: typeof en = {
  label: 'Lecture',
  article: 'Article',
  loading: 'Ouverture de l’article…',
  missing: {
    title: 'Cette source n’a pas pu être ouverte.',
    hint: 'Choisissez-en une autre dans la bibliothèque.',
  },
  empty: 'Cette version n’a pas de texte.',

  toolbar: 'Outils de l’article',
  outline: 'Plan',
  outlineAt: (section) => `Plan\u00A0: ${section}`,
  beginning: 'Début',
  sectionOf: (at, all) => `${at} sur ${all}`,
  progress: (part, minutes) =>
    part >= 1 ? 'lu' : `${percent.format(part)} · ${count(minutes, 'minute restante', 'minutes restantes')}`,
  progressLabel: 'Progression de la lecture',
  minutes: (n) => `${n}\u00A0min`,
  find: 'Chercher dans l’article',
  settings: 'Réglages du texte',
  margin: 'Notes en marge',
  details: 'Fiche de la source',

  extent: {
    label: 'Ce qui est montré de la page',
    article: 'L’article',
    whole: 'La page entière',
    takeArticle: 'Ne montrer que l’article de la page',
    takeWhole: 'Montrer la page entière',
    region: 'Choisir une partie de la page…',
    share: (share) => `${percent.format(share)} de la page`,
    title: 'Choisir une partie de la page',
    blocks: 'La page entière',
    hint: 'Les flèches déplacent, Maj étend, → prend la section, Entrée prend ce qui est encadré.',
    loading: 'La page est relue…',
    chosen: (blocks, words) => `${count(blocks, 'bloc', 'blocs')}, ${count(words, 'mot', 'mots')}`,
    cancel: 'Annuler',
    take: 'Prendre cette partie',
  },

  highlight: (digit, name) => `Surligner ${digit}\u00A0: ${name}`,
  highlightAs: (name) => `Surligner\u00A0: ${name}`,
  recolor: 'Couleur',
  selection: 'Sélection',
  note: 'Note',
  noteKey: 'N',
  tag: 'Étiquette',
  tagKey: 'E',
  claim: 'Affirmation',
  claimKey: 'A',
  claimOtherKey: 'C',
  copy: 'Copier avec la référence',
  copied: 'Copié avec sa référence.',
  notCopied: 'Le presse-papiers ne l’a pas pris.',
  citation: {
    quote: (text) => `«\u00A0${text}\u00A0»`,
    title: (text) => `«\u00A0${text}\u00A0»`,
    page: (label) => `p.\u00A0${label.replace('–', '-')}`,
  },

  copyMenu: {
    label: 'Copier…',
    link: 'Copier le lien vers le passage',
    linkCopied: 'Lien copié. Il ouvre Dossier à ce passage.',
    original: 'Copier le lien vers la page d’origine',
    originalCopied: 'Lien copié. Il ouvre la page d’origine à ce passage.',
  },
  /** Moving the ends of a highlight. */
  ends: {
    start: 'Début du surlignage',
    end: 'Fin du surlignage',
    hint: 'Les flèches déplacent d’un mot, avec Maj d’une lettre. Entrée le garde.',
    added: (words) => `Ajouté\u00A0: ${words}`,
    removed: (words) => `Laissé de côté\u00A0: ${words}`,
    growEnd: 'Surlignage\u00A0: un mot de plus à la fin',
    shrinkEnd: 'Surlignage\u00A0: un mot de moins à la fin',
    growStart: 'Surlignage\u00A0: un mot de plus au début',
    shrinkStart: 'Surlignage\u00A0: un mot de moins au début',
  },
  /** Highlights that lie over each other. */
  here: (at, all) => `${at}/${all}`,
  nextHere: (all) => `${count(all, 'surlignage', 'surlignages')} ici\u00A0: ouvrir le suivant`,
  inTrash: 'Cette source est dans la corbeille\u00A0: on peut la lire, pas l’annoter.',
  blank: 'Seul du blanc est sélectionné\u00A0: sélectionnez des mots à surligner.',
  beside: 'Ces mots sont au-dessus du texte\u00A0: seuls ceux du texte lui-même peuvent être surlignés.',
  selected: (words) => count(words, 'mot sélectionné', 'mots sélectionnés'),
  withNote: (label) => `${label}, avec une note`,
  editNote: 'Modifier la note',
  longNote: (characters) => `Seul le début est montré, sur ${count(characters, 'caractère', 'caractères')}.`,
  notesPast: {
    label: 'Historique de la note',
    hint: 'Les textes antérieurs de cette note. En reprendre un garde les autres.',
    period: (from, until) => (from === until ? from : `${from} – ${until}`),
    restore: 'Reprendre',
    none: 'Cette note n’a jamais été autre.',
  },

  excerpts: 'Surlignages',
  openExcerpt: (digit, name, quote) => `Surlignage ${digit}\u00A0: ${name}, «\u00A0${quote}\u00A0»`,
  card: (name) => `Surlignage\u00A0: ${name}`,
  noteLabel: 'Note',
  notePlaceholder: 'Que dit ce passage, ou que tait-il\u00A0?',
  noteHint: 'Markdown. Enregistrée quand vous quittez le champ.',
  unsaved: 'Brouillon, pas encore enregistré',
  tags: 'Étiquettes',
  claimsOf: 'Affirmations qui s’y appuient',
  makeClaim: 'Affirmation…',
  remove: 'Retirer le surlignage',
  close: 'Fermer',
  moved: 'Retrouvé à un autre endroit\u00A0: à vérifier.',
  notes: 'Notes en marge',
  translationOf: 'Traduction de',
  translations: (n) => (n === 1 ? 'Traduction :' : 'Traductions :'),

  twice: {
    summary: (share) => `${percent.format(Math.max(0.01, share))} de ce texte y figure deux fois`,
    describe: (kind, words, similarity) =>
      [
        count(words, 'mot', 'mots'),
        kind === 'quote' ? 'citation mise en exergue' : '',
        similarity < 0.995 ? `identique à ${percent.format(similarity)}` : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    stays: 'Ce qui reste',
    copy: 'La copie',
    remove: (n) => `Retirer ${count(n, 'copie', 'copies')}`,
    hint: 'Une nouvelle version\u00A0; les surlignages vont au texte qui reste. L’original est gardé.',
    removed: (n, lost) =>
      lost === 0
        ? count(n, 'copie retirée', 'copies retirées')
        : `${count(n, 'copie retirée', 'copies retirées')}\u00A0; ${count(lost, 'surlignage n’a', 'surlignages n’ont')} plus de place`,
  },

  findLabel: 'Chercher dans l’article',
  findPlaceholder: 'Mot ou expression',
  findCount: (at, all, more) => `${at} sur ${all}${more ? '+' : ''}`,
  findNone: 'Absent de cet article',
  findWholeWords: 'Mots entiers',
  findNext: 'Occurrence suivante',
  findPrevious: 'Occurrence précédente',
  findClose: 'Fermer, l’occurrence reste sélectionnée',
  findHint: 'Échap, puis 1 à 5 surligne l’occurrence',

  caret: 'Navigation au curseur',
  caretOn:
    'Navigation au curseur\u00A0: les flèches déplacent, Maj sélectionne, 1 à 5 surlignent, F7 termine.',
  caretOff: 'Navigation au curseur terminée.',
  nextExcerpt: 'Surlignage suivant',
  previousExcerpt: 'Surlignage précédent',
  toggleMargin: 'Afficher ou masquer les notes en marge',
  larger: 'Texte plus grand',
  smaller: 'Texte plus petit',
  print: 'Imprimer l’article…',
  printedNotes: 'Notes',
  usualSize: 'Taille du texte selon la fenêtre',

  hints: {
    mark: 'Surligner',
    caret: 'Curseur',
    find: 'Chercher',
    move: 'Se déplacer',
    extend: 'Sélectionner',
    open: 'Ouvrir le surlignage',
    close: 'Fermer',
  },

  pages: {
    toggle: 'Pages d’origine',
    region: 'Pages de l’original',
    marks: 'Pages',
    count: (n) => count(n, 'page', 'pages'),
    page: (label) => `Page ${label}`,
    picture: (label) => `Page ${label} telle que dans l’original`,
    showPage: (label) => `Page ${label}\u00A0: voir l’original`,
    at: (label, at, all) =>
      label === String(at) || all === 0 ? `Page ${label} sur ${all}` : `Page ${label} (${at} sur ${all})`,
    larger: 'Pages plus grandes',
    smaller: 'Pages plus petites',
    loading: 'Ouverture de l’original…',
    scanned:
      'Ce document a été numérisé\u00A0: il a des pages, mais pas de texte. Pour annoter une page, surlignez son nom dans le texte.',
    failed: {
      title: 'L’original n’a pas pu être dessiné.',
      hint: 'Son texte, s’il en a un, reste lisible.',
    },
    pageFailed: 'Cette page n’a pas pu être dessinée.',
  },

  text: {
    title: 'Texte',
    size: 'Taille',
    typeface: 'Caractères',
    typefaces: { serif: 'Serif', sans: 'Sans', dyslexia: 'OpenDyslexic' },
    width: 'Largeur',
    widths: { narrow: 'Étroite', normal: 'Normale', wide: 'Large' },
    leading: 'Interligne',
    leadings: { tight: 'Serré', normal: 'Normal', loose: 'Aéré' },
    theme: 'Thème',
    justified: 'Justifié',
    hyphenated: 'Coupure des mots',
    noHyphens: (language) =>
      language === null
        ? 'La langue de ce texte n’est pas connue\u00A0: ses mots ne sont pas coupés.'
        : `Ce navigateur ne sait pas couper les mots de cette langue (${language}).`,
    quiet: 'Marques discrètes (sans soulignement)',
    reset: 'Selon la fenêtre',
    px: (n) => `${n}\u00A0px`,
  },

  composer: {
    title: 'Affirmation tirée de ce passage',
    statement: 'Énoncé',
    placeholder: 'Dites en une phrase ce qui est affirmé',
    existing: 'Affirmations déjà présentes',
    stance: 'Le passage',
    stances: { supports: 'l’appuie', disputes: 'la conteste', mentions: 'la mentionne' },
    origin: 'Dit d’abord par',
    originHint: 'Laissez vide si c’est le travail de la source elle-même.',
    add: 'Nouvelle affirmation',
    attach: 'Joindre à cette affirmation',
    chosen: 'Joindre à',
    another: 'En écrire plutôt une nouvelle',
    documents: (n) => count(n, 'document', 'documents'),
    cancel: 'Annuler',
    already: 'Elle s’appuie déjà sur ce passage',
  },

  link: {
    title: 'Ouvrir cette adresse hors de Dossier\u00A0?',
    text: 'Elle s’ouvre dans votre navigateur, qui peut utiliser le réseau.',
    open: 'Ouvrir',
    cancel: 'Annuler',
    copy: 'Copier l’adresse',
    copied: 'Adresse copiée.',
  },

  /** Links between notes and what they speak of. */
  linked: {
    noNotebook: 'Ouvrez le carnet auquel cette adresse appartient, puis rouvrez l’adresse.',
    passageGone: 'Le passage visé n’est plus dans cette version du texte.',
    chooser: 'Lier à',
    none: 'Rien de ce nom',
    tooLong: (most) =>
      `Une note contient au plus ${count(most, 'caractère', 'caractères')}\u00A0: ajoutez un tel texte à la bibliothèque, comme source.`,
    kinds: { source: 'Source', claim: 'Affirmation', excerpt: 'Surlignage', note: 'Note' },
  },

  tree: {
    picture: 'Image sans description',
    enlarge: (description) => (description === '' ? 'Agrandir l’image' : `Agrandir : ${description}`),
    footnote: (label) => `Note ${label}`,
    toFootnote: 'Aller à la note',
    backToText: (label) => `Retour au texte depuis la note ${label}`,
    table: 'Tableau',
    code: 'Code',
  },
};

export default reader;
