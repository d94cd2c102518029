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
    collection: 'Une collection',
    tag: 'Une étiquette',
    claim: 'Une affirmation et ses pièces',
    status: 'Les affirmations d’un statut',
    saved: 'Ce que trouve une recherche enregistrée',
  },
  sources: 'Sources',
  chosen: (n) => count(n, 'source choisie', 'sources choisies'),
  filter: 'Filtrer',
  noSources: 'Ce carnet ne contient encore aucune source.',
  noSourceMatches: 'Aucune source ne contient ces mots.',
  collection: 'Collection',
  noCollections: 'Ce carnet ne contient encore aucune collection.',
  claims: 'Affirmations',
  noClaims: 'Ce carnet ne contient encore aucune affirmation.',
  noClaimMatches: 'Aucune affirmation ne contient ces mots.',
  saved: 'Recherche enregistrée',
  noSaved: 'Aucune recherche n’est encore enregistrée dans ce carnet.',
  tag: 'Étiquette',
  noTags: 'Ce carnet ne contient encore aucune étiquette.',
  status: 'Statut',
  statuses: { unreviewed: 'À examiner', verified: 'Vérifiée', disputed: 'Contestée' },
  counts: {
    sources: (n) => count(n, 'source', 'sources'),
    excerpts: (n) => count(n, 'surlignage', 'surlignages'),
    claims: (n) => count(n, 'affirmation', 'affirmations'),
    notes: (n) => count(n, 'note', 'notes'),
  },
  inScope: 'Dans l’export',

  format: 'Format',
  formats: {
    markdown: 'Dossier Markdown',
    html: 'Page HTML',
    csv: 'Tableaux (CSV)',
    'json-ld': 'Annotations W3C',
    claimreview: 'ClaimReview',
    bibtex: 'BibTeX',
    'csl-json': 'CSL-JSON',
    ris: 'RIS',
    evidence: 'Dossier de preuves',
    archive: 'Archive ZIP',
  },
  formatHints: {
    markdown: 'Un fichier par source et un pour les affirmations ; se lit dans tout éditeur.',
    html: 'Un seul fichier qui contient tout et s’ouvre dans tout navigateur.',
    csv: 'Un dossier de tableaux\u00A0: sources, surlignages, affirmations, pièces, verdicts et notes.',
    'json-ld': 'Les surlignages en JSON-LD, tels que d’autres outils d’annotation les lisent.',
    claimreview: 'Les affirmations jugées, en JSON-LD de schema.org, pour une page web.',
    bibtex: 'Les sources, pour LaTeX et les gestionnaires de références.',
    'csl-json': 'Les sources, pour pandoc, Zotero et les traitements de texte.',
    ris: 'Les sources, pour les gestionnaires de références.',
    evidence:
      'Une page avec les captures, leurs empreintes, citations et verdicts : elle se vérifie elle-même, hors ligne, dans tout navigateur.',
    archive:
      'Tout le carnet avec ses originaux, quel que soit le choix ci-dessus : « Restaurer une archive » le refait.',
  },

  destination: 'Vers',
  folder: 'Choisir un dossier…',
  file: 'Choisir un fichier…',
  download: 'Télécharger',
  downloadHint: (name) => `Le navigateur enregistre ${name}.`,
  replace: 'Remplacer ce qui s’y trouve',
  exporting: 'Exportation en cours…',
  progress: (done, total) => `${done} sur ${total}`,
  cancelled: 'L’exportation a été annulée ; rien n’a été écrit.',

  preview: 'Aperçu',
  previewFiles: 'Fichiers de l’exportation',
  previewOf: (path) => `Aperçu de ${path}`,
  preparing: 'Préparation de l’aperçu…',
  nothing: 'Il n’y a encore rien à exporter.',
  nothingHere: 'Rien dans ce carnet ne correspond à ce choix.',
  nothingHint: 'Importez un article et surlignez un passage : il apparaîtra ici.',
  noText: 'Ce fichier n’a pas d’aperçu : il est fait à l’exportation.',
  needSources: 'Choisissez au moins une source.',
  needTag: 'Choisissez une étiquette.',
  needCollection: 'Choisissez une collection.',
  needClaim: 'Choisissez une affirmation.',
  needSaved: 'Choisissez une recherche enregistrée.',
  files,
  total: (n, size) => `${files(n)}, ${size}`,
  beginning: (shown, all) => `Les ${shown} premières de ${count(all, 'source', 'sources')}`,
  things: (n) => count(n, 'entrée', 'entrées'),
  contents: 'Ce que contient l’archive',
  cut: 'L’aperçu s’arrête ici ; le fichier contient la suite.',

  warnings: 'Ce qui n’a pas été repris',
  written: (n, place) => (n > 1 ? `${files(n)} écrits dans ${place}.` : `${files(n)} écrit dans ${place}.`),
  downloaded: (name) => `${name} a été remis aux téléchargements du navigateur.`,
  bundleName: 'notes-dossier',
};

export default words;
