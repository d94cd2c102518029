/** Les réglages et le choix d’un carnet. */
import { createCounter } from '../counting.ts';
import type en from '../en/settings.ts';

const count = createCounter('fr');

const settings: typeof en = {
  title: 'Réglages',
  appearance: 'Apparence',
  language: 'Langue',
  languageSystem: 'Comme le système',
  theme: 'Thème',
  reading: 'Lecture',
  textSize: 'Taille du texte',
  textSizeValue: (px) => `${px} px`,
  textSizeAuto: 'Selon la fenêtre',
  measure: 'Largeur de la colonne',
  measures: { narrow: 'Étroite', normal: 'Normale', wide: 'Large' },
  leading: 'Interligne',
  leadings: { tight: 'Serré', normal: 'Normal', loose: 'Aéré' },
  marks: 'Surlignages',
  quietMarks: 'Marques discrètes : la couleur seule, sans les styles de soulignement',
  previewLabel: 'Aperçu du texte',
  preview:
    'Une phrase vaut ce qu’on peut en dire : qui l’a écrite, quand, et d’où. Le reste est affaire de patience.',
  colors: 'Sens des cinq couleurs',
  colorsText: 'Ils appartiennent à ce carnet. Un champ vide reprend le mot habituel.',
  colorName: (digit) => `Couleur ${digit}`,
  claims: 'Affirmations',
  author: 'Votre nom',
  authorHint:
    'Il accompagne chaque verdict à partir de maintenant, dans ce carnet. Vide : personne n’est nommé.',
  notebook: 'Carnet',
  path: 'Fichier',
  counts: 'Contenu',
  countsText: (c) =>
    [
      count(c.sources, 'source', 'sources'),
      count(c.excerpts, 'surlignage', 'surlignages'),
      count(c.claims, 'affirmation', 'affirmations'),
      count(c.notes, 'note', 'notes'),
      count(c.tags, 'étiquette', 'étiquettes'),
      `${count(c.trash, 'source', 'sources')} à la corbeille`,
    ].join(', '),
  readOnly: 'Ce carnet ne peut qu’être lu.',
  check: 'Vérifier le carnet',
  checking: 'Vérification…',
  checkOk: 'Ce carnet est en bon état.',
  checkProblems: (n) => count(n, 'problème trouvé', 'problèmes trouvés'),
  repair: 'Réparer',
  repaired: 'réparé',
  watch: {
    title: 'Dossier surveillé',
    text: 'Les nouveaux articles qui arrivent dans un dossier, par exemple ceux qu’enregistre votre navigateur, sont capturés d’eux-mêmes tant que ce carnet est ouvert, et à sa prochaine ouverture s’ils sont arrivés entre-temps. Les fichiers qui s’y trouvent déjà sont laissés de côté, comme les dossiers qu’il contient. Rien n’est déplacé ni supprimé.',
    machine: 'C’est cet ordinateur qui s’en souvient, non le carnet.',
    folder: 'Dossier',
    hint: 'Le chemin complet d’un dossier de cet ordinateur.',
    choose: 'Choisir un dossier…',
    other: 'Un autre dossier…',
    start: 'Surveiller',
    stop: 'Ne plus surveiller',
    captured: (name) => `Capturé dans le dossier surveillé\u00a0: «\u00a0${name}\u00a0»`,
    failed: (name) =>
      `«\u00a0${name}\u00a0», du dossier surveillé, n’a pas pu être capturé. La liste des imports dit pourquoi.`,
  },
  about: 'À propos',
  version: 'Dossier',
  storage: 'Stockage',
  storageText: (sqlite, schema) => `SQLite ${sqlite}, schéma ${schema}`,
  aboutText:
    'Tout reste sur cet ordinateur, dans un seul fichier. Dossier n’ouvre de connexion que vers une adresse que vous lui demandez de récupérer.',
  licences:
    'Logiciel libre sous licence MIT. Textes composés en Source Serif 4 et Inter (SIL Open Font License) ; icônes Lucide (ISC).',
  choose: {
    openTitle: 'Ouvrir un carnet',
    createTitle: 'Nouveau carnet',
    path: 'Fichier',
    openHint: 'Le chemin complet d’un fichier .dossier sur cet ordinateur.',
    createHint: 'Le chemin complet du nouveau fichier ; son nom sera celui du carnet.',
    pathError: 'Donnez le chemin d’un fichier.',
    open: 'Ouvrir',
    create: 'Créer',
    recent: 'Déjà ouverts',
    suggestion: 'Mon carnet',
  },
  start: {
    title: 'Lire, relever, vérifier.',
    text: 'Un carnet rassemble vos sources, ce que vous y surlignez et ce que vous en tirez. Il tient dans un seul fichier, qui ne quitte pas cet ordinateur.',
    sample: 'Ouvrir le carnet d’exemple',
    sampleText: 'Des textes en français et en anglais sur une usine contestée, déjà annotés.',
    create: 'Commencer un carnet vide',
    createText: 'Vous choisissez où le fichier est rangé.',
    open: 'Ouvrir un carnet',
    openText: 'Un fichier .dossier créé auparavant.',
    recent: 'Déjà ouverts',
    guideBefore: 'Nouveau ici ?',
    guide: 'Lire le guide',
    guideAfter: 'en cinq minutes',
  },
};

export default settings;
