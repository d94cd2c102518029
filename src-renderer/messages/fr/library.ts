/** La bibliothèque : la liste des sources, les ajouts, la fiche d’une source. */
import { createCounter } from '../counting.ts';
import type en from '../en/library.ts';

const number = new Intl.NumberFormat('fr');
const percent = new Intl.NumberFormat('fr', { style: 'percent', maximumFractionDigits: 0 });
const count = createCounter('fr');

const library: typeof en = {
  title: 'Bibliothèque',
  listLabel: 'Sources',
  untitled: 'Sans titre',
  minutes: (n) => `${number.format(n)} min`,
  reference: 'référence',
  referenceMeans: 'Connue par une autre bibliothèque\u202f; pas encore de texte',
  fetchPage: 'Chercher sa page',
  fetchPageMeans: (url: string) => `Interroge ${url}, une fois`,
  scanned: 'numérisé',
  scannedMeans: 'Un PDF d’images\u202f; il n’y a pas encore de texte à chercher ni à surligner',
  minutesMeans: (n) => count(n, 'minute de lecture', 'minutes de lecture'),
  excerpts: (n) => count(n, 'surlignage', 'surlignages'),
  claims: (n) => count(n, 'affirmation', 'affirmations'),
  unread: 'non lu',
  read: 'lu',
  progress: (share) => percent.format(share),
  progressMeans: (share) => `${percent.format(share)} lu`,
  shown: (n, all) => (n === all ? number.format(all) : `${number.format(n)} sur ${number.format(all)}`),
  sort: {
    label: 'Trier par',
    added: 'Date d’ajout',
    published: 'Date de publication',
    title: 'Titre',
    site: 'Média',
    length: 'Longueur',
  },
  filter: {
    label: 'Filtrer',
    text: 'Filtrer par titre, média ou auteur',
    language: 'Langue',
    tag: 'Étiquette',
    site: 'Média',
    reading: 'Lecture',
    noLanguage: 'inconnue',
    noSite: 'aucun',
    year: 'Année',
    noYear: 'sans date',
    unread: 'à lire',
    started: 'en cours',
    done: 'lu',
    more: (n) => `+ ${number.format(n)}`,
    moreMeans: (n, group) => `${group} : ${number.format(n)} de plus`,
    fewer: 'moins',
    clear: 'Tout afficher',
  },
  empty: {
    title: 'Rien ici pour l’instant',
    text: 'Déposez un article n’importe où dans cette fenêtre, collez son texte, ajoutez son adresse ou des fichiers : pages web (HTML, MHTML), livres EPUB, PDF, documents Word, texte brut, Markdown. La bibliothèque d’un autre logiciel est reprise entière\u00a0: Zotero, Hypothesis, Readwise, Kindle, Pocket, Instapaper, Omnivore, marque-pages.',
    list: 'Les sources viendront ici.',
    filtered: 'Aucune source ne répond à ces filtres.',
  },
  unchosen: {
    title: 'Choisissez une source pour la lire.',
    before: 'Ou appuyez sur',
    after: 'pour ouvrir la première.',
  },
  trash: {
    title: 'Corbeille',
    open: (n) => `Corbeille (${number.format(n)})`,
    back: 'Revenir à la bibliothèque',
    empty: 'La corbeille est vide.',
    restore: 'Rétablir',
    restoreThat: (title) => `Rétablir ${title}`,
  },
  actions: {
    export: 'Exporter cette source…',
    add: 'Ajouter',
    addFiles: 'Ajouter des fichiers…',
    pasteText: 'Ajouter un texte…',
    addAddress: 'Ajouter une adresse…',
    details: 'Fiche de la source…',
    remove: 'Mettre la source à la corbeille',
    first: 'Première source',
    next: 'Source suivante',
    previous: 'Source précédente',
    filter: 'Filtrer la liste',
    openTrash: 'Ouvrir la corbeille',
    more: 'Plus',
  },
  hints: { open: 'Ouvrir', move: 'Se déplacer', remove: 'À la corbeille', details: 'Fiche' },
  details: {
    title: 'Fiche',
    name: 'Titre',
    byline: 'Auteur',
    site: 'Média',
    publishedAt: 'Publiée le',
    publishedHint: 'Un jour, un mois ou une année : 2026‑03‑14, 2026‑03 ou 2026',
    publishedError: 'Écrivez-la ainsi : 2026‑03‑14, 2026‑03 ou 2026.',
    modifiedAt: 'Modifiée le',
    description: 'Sujet',
    language: 'Langue',
    languageUnknown: 'Inconnue',
    url: 'Adresse',
    tags: 'Étiquettes',
    translationOf: 'Traduction de',
    noTranslation: 'Aucune autre source',
    citekey: 'Clé de citation',
    citekeyKept: 'Gardée\u00A0: un export l’a employée, ou vous l’avez choisie. Elle ne suit plus la fiche.',
    citekeyMade: (key) => `Vide, elle se fait d’après la fiche\u00a0: ${key}`,
    citekeyError: 'Des lettres sans accent, des chiffres et _, avec un seul signe (:./+-) entre eux.',
    nameError: 'Une source a besoin d’un titre.',
    facts: (kind, words, added) => `${kind} · ${count(words, 'mot', 'mots')} · ajouté le ${added}`,
    origins: {
      'json-ld': 'des données de la page',
      'open-graph': 'd’Open Graph',
      meta: 'de l’en-tête de la page',
      microdata: 'des microdonnées',
      text: 'du texte',
      file: 'du fichier',
      address: 'de l’adresse',
      user: 'de vous',
    },
  },
  address: {
    title: 'Ajouter une adresse',
    label: 'Adresse de la page',
    error: 'Écrivez une adresse comme https://example.org/page.',
    images: 'Avec les images de l’article',
    who: (host, images) =>
      images
        ? `Des demandes quittent cette machine : vers ${host}, et vers les serveurs où se trouvent les images.`
        : `Une seule demande quitte cette machine, vers ${host}.`,
    whoever: 'Une seule demande quitte cette machine, vers le serveur de cette adresse.',
    what: 'Comme à chaque visite, le serveur voit l’adresse réseau de cette machine. Ni cookie, ni compte, ni rien de votre carnet ne l’accompagne. Ce qui est ajouté se lit ensuite hors ligne.',
    asText: 'Ajouter plutôt comme texte',
    fetch: 'Récupérer la page',
  },
  paste: {
    title: 'Ajouter un texte',
    text: 'Texte de l’article',
    textHint: 'Sa première ligne sert de titre si vous n’en donnez pas. Le Markdown est compris.',
    textError: 'Il n’y a pas encore de texte.',
    name: 'Titre',
    url: 'Adresse',
    add: 'Ajouter à la bibliothèque',
    address:
      'Ceci est une adresse. « Ajouter une adresse » récupère sa page ; ou copiez son texte depuis votre navigateur et collez-le ici, l’adresse sera gardée avec lui.',
    asMarkdown: 'Le texte est en Markdown',
  },
  jobs: {
    label: 'Imports',
    heading: 'Import en cours',
    done: (n, all, failed) =>
      `${number.format(n)} sur ${number.format(all)}${failed > 0 ? ` · ${count(failed, 'échec', 'échecs')}` : ''}`,
    cancelAll: 'Tout annuler',
    cancel: (name) => `Annuler ${name}`,
    clear: 'Effacer',
    fold: 'Replier',
    waiting: 'En attente',
    running: 'Lecture…',
    fetching: 'Récupération de la page…',
    fetchingOf: (done, total) =>
      `Récupération des images, ${number.format(done)} sur ${number.format(total)}`,
    runningOf: (done, total) => `Lecture, ${number.format(done)} sur ${number.format(total)}`,
    cancelled: 'Annulé',
    added: (minutes) => `Ajouté · ${minutes}`,
    version: 'Ajouté comme nouvelle version d’une source du carnet',
    duplicate: (title) => `Déjà dans la bibliothèque : « ${title} »`,
    library: (name, added) => `${name} · ${added}`,
    leftOut: (n) => `${count(n, 'élément laissé', 'éléments laissés')} de côté\u00a0: quoi, et pourquoi`,
    moreToKnow: (n) => `${number.format(n)} autres remarques`,
    carried: (exact, moved, lost) =>
      [
        exact > 0 ? `${count(exact, 'surlignage repris', 'surlignages repris')}` : '',
        moved > 0 ? `${count(moved, 'surlignage déplacé', 'surlignages déplacés')}, à vérifier` : '',
        lost > 0 ? `${count(lost, 'surlignage introuvable', 'surlignages introuvables')}` : '',
      ]
        .filter((part) => part !== '')
        .join(' · '),
    retry: 'Réessayer',
    dismiss: 'Écarter',
    open: 'Voir',
    pasted: 'Texte collé',
    unreadableFile: 'Ce fichier n’a pas pu être lu sur le disque.',
    finished: (added, failed) =>
      added + failed === 0
        ? 'Rien de nouveau'
        : failed === 0
          ? count(added, 'fichier ajouté', 'fichiers ajoutés')
          : added === 0
            ? count(failed, 'fichier en échec', 'fichiers en échec')
            : `${count(added, 'fichier ajouté', 'fichiers ajoutés')}, ${count(failed, 'échec', 'échecs')}`,
  },
};

export default library;
