/** Words of the export screen, in French. */
import { createCounter } from '../counting.ts';
import type en from '../en/export.ts';

const count = createCounter('fr');
const files = (n: number): string => count(n, 'fichier', 'fichiers');

const words: typeof en = {
  title: 'Exporter',
  intro: 'Vos surlignages, notes, affirmations et verdicts, en fichiers qui s’ouvrent sans Dossier.',
  scope: 'Quoi',
  scopes: {
    all: 'Tout',
    sources: 'Des sources choisies',
    tag: 'Une étiquette',
    status: 'Les affirmations d’un statut',
  },
  sources: 'Sources',
  chosen: (n) => count(n, 'source choisie', 'sources choisies'),
  filterSources: 'Filtrer les sources',
  noSources: 'Ce carnet ne contient encore aucune source.',
  noSourceMatches: 'Aucune source ne contient ces mots.',
  tag: 'Étiquette',
  noTags: 'Ce carnet ne contient encore aucune étiquette.',
  status: 'Statut',
  statuses: { unreviewed: 'À examiner', verified: 'Vérifiée', disputed: 'Contestée' },

  format: 'Format',
  formats: {
    markdown: 'Dossier Markdown',
    obsidian: 'Coffre Obsidian',
    html: 'Page HTML',
    pdf: 'PDF',
    docx: 'Word (DOCX)',
    csv: 'Tableaux (CSV)',
    'json-ld': 'Annotations W3C',
    claimreview: 'ClaimReview',
    bibtex: 'BibTeX',
    'csl-json': 'CSL-JSON',
    ris: 'RIS',
    'refi-qda': 'Projet REFI-QDA',
    evidence: 'Dossier de preuves',
    archive: 'Archive ZIP',
  },
  formatHints: {
    markdown: 'Un fichier par source et un pour les affirmations ; se lit dans tout éditeur.',
    obsidian:
      'Un dossier de notes liées\u00A0: une par source, affirmation et étiquette, avec propriétés et citations incluses.',
    html: 'Un seul fichier qui contient tout et s’ouvre dans tout navigateur.',
    pdf: 'La page HTML sur papier A4, notes en marge\u00A0; faite par Chromium, Chrome ou Edge, s’il est installé.',
    docx: 'Un document pour tout traitement de texte\u00A0: surlignages en couleur, notes en commentaires, sources en notes de bas de page.',
    csv: 'Un dossier de tableaux\u00A0: sources, surlignages, affirmations, pièces, verdicts et notes.',
    'json-ld': 'Les surlignages en JSON-LD, tels que d’autres outils d’annotation les lisent.',
    claimreview: 'Les affirmations jugées, en JSON-LD de schema.org, pour une page web.',
    bibtex: 'Les sources, pour LaTeX et les gestionnaires de références.',
    'csl-json': 'Les sources, pour pandoc, Zotero et les traitements de texte.',
    ris: 'Les sources, pour les gestionnaires de références.',
    'refi-qda': 'Textes, codes, passages codés et notes pour NVivo, MAXQDA, ATLAS.ti, QualCoder (.qdpx).',
    evidence:
      'Une page avec les captures, leurs empreintes, citations et verdicts : elle se vérifie elle-même, hors ligne, dans tout navigateur.',
    archive:
      'Tout le carnet avec ses originaux, quel que soit le choix ci-dessus : « dossier restore » le refait.',
  },

  destination: 'Vers',
  folder: 'Choisir un dossier…',
  file: 'Choisir un fichier…',
  download: 'Télécharger',
  downloadHint: (name) => `Le navigateur enregistre ${name}.`,
  replace: 'Remplacer ce qui s’y trouve',
  exporting: 'Exportation en cours…',

  preview: 'Aperçu',
  previewFiles: 'Fichiers de l’exportation',
  previewOf: (path) => `Aperçu de ${path}`,
  preparing: 'Préparation de l’aperçu…',
  nothing: 'Il n’y a encore rien à exporter.',
  nothingHere: 'Rien dans ce carnet ne correspond à ce choix.',
  nothingHint: 'Importez un article et surlignez un passage : il apparaîtra ici.',
  needSources: 'Choisissez au moins une source.',
  needTag: 'Choisissez une étiquette.',
  files,
  total: (n, size) => `${files(n)}, ${size}`,
  cut: 'L’aperçu s’arrête ici ; le fichier contient la suite.',

  warnings: 'Ce qui n’a pas été repris',
  written: (n, place) => (n > 1 ? `${files(n)} écrits dans ${place}.` : `${files(n)} écrit dans ${place}.`),
  downloaded: (name) => `${name} a été remis aux téléchargements du navigateur.`,
  bundleName: 'notes-dossier',
};

export default words;
