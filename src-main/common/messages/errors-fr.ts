import { shorten } from '../language/shorten.ts';
import type { ErrorDetails } from '../contract/errors.ts';
import { invalidClaim, tooLongClaim } from './claims.ts';
import { invalidTemplate, takenCitekey, tooLongTemplate } from './templates.ts';
import { type ErrorSentences, numberOf, QUOTED_LENGTH, textOf } from './details.ts';
import { tooMuch } from './too-much.ts';

const NOUNS: Readonly<Record<string, string>> = {
  source: 'aucune source',
  version: 'aucune version',
  candidate: 'aucun candidat',
  excerpt: 'aucun surlignage',
  claim: 'aucune affirmation',
  note: 'aucune note',
  tag: 'aucune étiquette',
  evidence: 'aucune pièce',
  search: 'aucune recherche conservée',
  file: 'aucun fichier',
  notebook: 'aucun carnet',
  command: 'aucune commande',
  change: 'aucune modification',
  image: 'aucune image',
  collection: 'aucune collection',
  'saved-search': 'aucune recherche enregistrée',
  template: 'aucun modèle',
  'kept-search': 'aucune recherche conservée',
  'note-state': 'aucun état antérieur',
};

const number = new Intl.NumberFormat('fr');
const quoted = (text: string): string => `« ${shorten(text, QUOTED_LENGTH)} »`;
const named = (text: string): string => (text ? ` ${quoted(text)}` : '');
const size = (bytes: number): string => `${number.format(Math.round(bytes / 1_000_000))} Mo`;
const because = (reason: string): string => (reason ? ` (${shorten(reason, 160)})` : '');

/** What a file is that cannot be read, by the reason. */
const UNREADABLE: Readonly<Record<string, string>> = {
  empty: 'est vide : il n’y a aucun texte à lire',
  binary: 'n’est pas du texte : rien ne s’y lit comme un article',
  denied: 'ne peut pas être lu par ce compte. Vérifiez ses droits',
  'no-file':
    'n’est pas un fichier mais un dossier, un tube ou un périphérique ; il n’a pas été attendu. Enregistrez dans un fichier ce qu’il donne',
  changing:
    'a été modifié pendant sa lecture et n’a pas été pris. Importez-le de nouveau quand l’écriture sera finie',
  'link-loop': 'est un lien qui ramène à lui-même',
  'no-text': 'ne contient aucun texte lisible',
  encrypted: 'est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis importez cette copie',
  drm: 'est protégé contre la copie (DRM) et ne se lit que là où il a été acheté',
  'broken-zip': 'est endommagé : son contenu ne peut pas être décompressé. Téléchargez-le à nouveau',
  packed:
    'est un dossier compressé (ZIP), ni livre ni export d’un programme connu. Décompressez-le, puis importez ce qu’il contient',
  'broken-epub': 'est endommagé : le livre n’indique pas ses chapitres, ou ne les contient pas',
  'broken-docx':
    'est endommagé : il ne se lit pas comme un document Word. Ouvrez-le et enregistrez-le à nouveau dans Word',
  broken: 'est endommagé ou incomplet : il ne peut pas être ouvert. Téléchargez-le à nouveau',
  'broken-json':
    'est endommagé\u00a0: la liste qu’il contient (JSON) est coupée ou fautive. Exportez-le de nouveau',
  'broken-csv': 'est endommagé\u00a0: ce n’est pas un tableau correct (CSV). Exportez-le de nouveau',
  'empty-library': 'ne contient rien qui puisse être repris',
  'no-name-column':
    'est un tableau sans colonne « name » : ce n’est pas un livre de codes. Ses colonnes sont id, name, parent, meaning, colour et aliases',
  'no-codebook': 'est du XML, mais ne contient pas de livre de codes (aucun élément « CodeBook »)',
  'empty-codebook': 'est un livre de codes sans une seule étiquette',
  'nameless-code':
    'contient un code sans nom. Donnez-lui-en un là où il a été créé, puis exportez de nouveau',
  'binary-codebook': 'n’est pas un livre de codes : ni un tableau (CSV), ni du XML (.qdc)',
  'broken-xml': 'est endommagé : ce n’est pas du XML bien formé. Exportez-le de nouveau',
  'deep-xml': 'est imbriqué bien plus profondément qu’aucun livre de codes ; il n’a pas été pris',
  'xml-doctype':
    'déclare un type de document (DOCTYPE), dont un livre de codes n’a pas besoin et qui peut cacher n’importe quoi. Il n’a pas été lu',
  'archive-foreign': 'n’est pas l’archive d’un carnet (faite par « dossier export --format archive »)',
  'archive-damaged':
    'est une archive endommagée ou incomplète : elle a été coupée, ou ses octets ont changé. Rien n’a été restauré',
  'archive-files': 'est une archive où des fichiers manquent, ou sont en trop. Rien n’a été restauré',
  'archive-hash':
    'est une archive dont un fichier n’est plus ce qu’il était (son SHA-256 diffère). Rien n’a été restauré',
  'archive-name':
    'contient un fichier qu’aucune archive de carnet n’a, ou qui en ferait sortir. Rien n’a été restauré',
  'archive-row': 'est une archive dont un enregistrement n’entre dans aucun carnet. Rien n’a été restauré',
  'archive-reference':
    'est une archive où un enregistrement en désigne un autre qui n’y est pas. Rien n’a été restauré',
  'no-page': 'est une page enregistrée sans page : l’archive ne contient pas de HTML',
};

/** A library that one took for an article, or the other way round. */
function unsupportedLibrary(details: ErrorDetails): string {
  return textOf(details, 'id') === ''
    ? 'Ce fichier n’est pas un export d’un autre logiciel qui puisse être lu ici.'
    : 'Ce fichier est l’export d’un autre logiciel et contient de nombreux éléments\u00a0: il s’importe comme bibliothèque, non comme un seul article.';
}

const UNSUPPORTED: Readonly<Record<string, (details: ErrorDetails) => string>> = {
  archive: () =>
    'Cette archive a été faite par un Dossier plus récent. Mettez celui-ci à jour, puis restaurez-la de nouveau.',
  library: unsupportedLibrary,
  template: () => 'Les modèles sont pour le Markdown et le HTML ; ce format ne s’écrit que d’une façon.',
  notebook: (details) =>
    `${quoted(textOf(details, 'path', 'fileName'))} est un carnet ou une autre base de données, non un article\u00a0: ouvrez-le plutôt, depuis le menu du carnet ou avec --notebook.`,
  page: () =>
    'On ne peut reprendre une autre partie que d’une page web (HTML, MHTML) : de cette source, tout est montré.',
};

/** What became of a request for an address, by the reason. */
const FETCH: Readonly<Record<string, string>> = {
  address: 'n’est pas une adresse web : elle doit commencer par http:// ou https://',
  broken: 's’est interrompue avant la fin du document. Réessayez',
  credentials: 'contient un nom ou un mot de passe, que Dossier n’envoie à personne. Retirez-les',
  dns: 'désigne un serveur introuvable. Vérifiez l’orthographe, et que cette machine est en ligne',
  encoding: 'est compressée d’une façon que Dossier ne connaît pas',
  headers: 'a reçu, avant le document, bien plus que ce qui doit le précéder',
  private:
    'mène à cette machine ou à son réseau, où Dossier ne va pas, sauf si la ligne de commande le permet (--allow-private)',
  redirects: 'a été renvoyée trop de fois, sans mener nulle part',
  refused: 'est restée sans réponse : le serveur n’accepte pas de connexion',
  timeout: 'a pris trop de temps et a été abandonnée. Réessayez plus tard',
  tls: 'présente un certificat auquel on ne peut se fier : celui qui répond n’est peut-être pas celui qui est nommé',
  unreachable: 'est hors d’atteinte. Vérifiez que cette machine est en ligne',
};

const STATUS: Readonly<Record<number, string>> = {
  401: 'demande un compte. Ouvrez-la dans votre navigateur, enregistrez la page, puis importez le fichier',
  403: 'est refusée par le serveur. Ouvrez-la dans votre navigateur, enregistrez la page, puis importez le fichier',
  404: 'n’existe pas (404). Vérifiez l’orthographe',
  410: 'n’existe plus (410)',
  429: 'a été demandée trop souvent, dit le serveur. Réessayez plus tard',
  451: 'n’est pas accessible, pour des raisons juridiques (451)',
};

function statusSentence(status: number | null): string {
  if (status !== null && status >= 500)
    return `se heurte à une panne du serveur (${status}). Réessayez plus tard`;
  return STATUS[status ?? 0] ?? `a reçu la réponse ${status ?? 'vide'}, sans document`;
}

function fetchSentence(details: ErrorDetails): string {
  const reason = textOf(details, 'reason');
  if (reason === 'status') return statusSentence(numberOf(details, 'status'));
  if (reason !== 'type') return FETCH[reason] ?? `n’a pas pu être récupérée${because(reason)}`;
  return `n’est pas un document que Dossier sache lire${because(textOf(details, 'mediaType'))}`;
}

/** Why no PDF was made, and what else there is. */
const PRINT: Readonly<Record<string, string>> = {
  'no-browser':
    'Un PDF est fait par Chromium, Chrome, Edge, Brave ou Vivaldi, et aucun n’est installé ici. Installez-en un (ou nommez-le dans CHROME_PATH), ou exportez en HTML et imprimez cette page.',
  'too-slow':
    'Le PDF demandait trop de temps ; il a été abandonné. Exportez moins de sources à la fois, ou exportez en HTML et imprimez cette page.',
};

/** Why a tag cannot be as it is wanted. */
function tagSentence(details: ErrorDetails): string {
  const tag = named(textOf(details, 'name'));
  switch (textOf(details, 'reason')) {
    case 'circle':
      return `L’étiquette${tag} ne peut être placée sous elle-même, ni sous l’une des siennes.`;
    case 'itself':
      return `L’étiquette${tag} ne peut être fusionnée avec elle-même.`;
    default:
      return 'Le nom d’une étiquette doit compter au moins un signe visible.';
  }
}

/** Null where it is not about tags. */
function tagLimitSentence(details: ErrorDetails, limit: number | null): string | null {
  const most = number.format(limit ?? 0);
  switch (textOf(details, 'what')) {
    case 'tag':
      return `Le nom d’une étiquette compte au plus ${most} caractères ; celui-ci en a ${number.format(numberOf(details, 'size') ?? 0)}. Ce qui est plus long va dans son sens ou dans une note.`;
    case 'tag-depth':
      return `Les étiquettes s’emboîtent sur ${most} niveaux au plus ; celui-ci serait de trop.`;
    case 'codebook-tags':
      return `Un livre de codes apporte au plus ${most} étiquettes à la fois. Importez-le par parties.`;
    default:
      return null;
  }
}

export const errorsFr: ErrorSentences = {
  usage: (details) => `Cette demande n’est pas comprise${because(textOf(details, 'reason', 'what'))}.`,
  'not-found': (details) => {
    const what = textOf(details, 'what');
    if (what === 'undo') return 'Il n’y a rien à annuler.';
    if (what === 'redo') return 'Il n’y a rien à rétablir.';
    if (what === 'repeat') return 'Rien ne figure deux fois dans ce texte.';
    if (what === 'folder') return `Il n’y a pas de dossier${named(textOf(details, 'path'))}.`;
    return `Ce carnet ne contient ${NOUNS[what] ?? 'aucun élément'}${named(textOf(details, 'id', 'name', 'path'))}.`;
  },
  invalid: (details) => {
    const claim = invalidClaim(details, 'fr') ?? invalidTemplate(details, 'fr');
    if (claim !== null) return claim;
    if (details['what'] === 'translationOf')
      return 'Une source ne peut être la traduction d’elle-même, ni de l’une de ses traductions.';
    if (details['what'] === 'quote' && details['reason'] === 'empty')
      return 'Un surlignage demande du texte : seul du blanc est sélectionné.';
    if (details['what'] === 'version' && details['reason'] === 'other-version')
      return 'Le texte a changé entre-temps : ce surlignage se trouve dans une autre version.';
    if (details['what'] === 'folder')
      return 'Donnez le chemin complet d’un dossier, depuis la racine du disque.';
    if (details['what'] === 'tag') return tagSentence(details);
    const field = textOf(details, 'field', 'what', 'path');
    const reason = textOf(details, 'reason', 'issue', 'value');
    if (field === 'region') return `Rien sur cette page ne répond à ${quoted(reason)}.`;
    return field
      ? `La valeur donnée pour ${quoted(field)} ne convient pas${because(reason)}.`
      : `Une valeur ne convient pas${because(reason)}.`;
  },
  duplicate: (details) => {
    const citekey = takenCitekey(details, 'fr');
    if (citekey !== null) return citekey;
    if (textOf(details, 'what') === 'evidence')
      return 'Ce surlignage est déjà une pièce de cette affirmation.';
    if (textOf(details, 'what') === 'tag')
      return `Il y a déjà une étiquette${named(textOf(details, 'name'))}, de ce nom ou de cet alias. Choisissez un autre nom, ou fusionnez les deux.`;
    return `Cet élément${named(textOf(details, 'name', 'id', 'path'))} existe déjà.`;
  },
  'too-large': (details) => {
    const claim = tooLongClaim(details, 'fr') ?? tooLongTemplate(details, 'fr') ?? tooMuch(details, 'fr');
    if (claim !== null) return claim;
    const bytes = numberOf(details, 'bytes', 'size');
    const limit = numberOf(details, 'limit', 'max');
    const name = textOf(details, 'fileName', 'path', 'what');
    if (textOf(details, 'what') === 'note')
      return `Cette note est trop longue\u00A0: ${number.format(numberOf(details, 'size') ?? 0)} caractères, pour ${number.format(limit ?? 0)} au plus.`;
    if (textOf(details, 'what') === 'windows')
      return 'Il n’y a pas de place pour une fenêtre de plus\u00A0: fermez-en une d’abord.';
    const tags = tagLimitSentence(details, limit);
    if (tags !== null) return tags;
    if (textOf(details, 'what') === 'archive')
      return 'Cette archive prendrait, une fois décompressée, bien plus de place qu’un carnet de sa taille ; elle n’a pas été ouverte.';
    if (textOf(details, 'what') === 'export')
      return 'Cette exportation est trop grande pour un téléchargement. Faites-la avec l’application de bureau, ou avec « dossier export ».';
    if (textOf(details, 'what') === 'zip')
      return `${name ? quoted(name) : 'Le fichier'} se décompresserait en bien plus qu’un document ne contient ; il est resté tel quel.`;
    return `${name ? quoted(name) : 'Le fichier'} est trop volumineux${bytes === null ? '' : ` : ${size(bytes)}`}${limit === null ? '' : `, pour ${size(limit)} au plus`}. Importez-le par parties.`;
  },
  unreadable: (details) => {
    const name = textOf(details, 'fileName', 'path');
    const thing = name ? quoted(name) : 'Ce contenu';
    const reason = textOf(details, 'reason', 'what');
    return `${thing} ${UNREADABLE[reason] ?? `ne peut pas être lu comme du texte${because(reason)}`}.`;
  },
  unsupported: (details) =>
    UNSUPPORTED[textOf(details, 'what')]?.(details) ??
    `Cette version ne sait pas le faire${because(textOf(details, 'what', 'kind', 'format', 'capability'))}.`,
  'fetch-failed': (details) => {
    const url = textOf(details, 'url', 'path');
    return `${url ? `L’adresse ${quoted(url)}` : 'L’adresse'} ${fetchSentence(details)}.`;
  },
  'print-failed': (details) => {
    const reason = textOf(details, 'reason');
    const program = textOf(details, 'name');
    return (
      PRINT[reason] ??
      `${program === '' ? 'Le navigateur' : program} n’a pas pu faire le PDF${because(reason)}. Exportez en HTML et imprimez cette page.`
    );
  },
  'quotation-not-found': (details) =>
    `La citation${named(textOf(details, 'quote', 'exact'))} ne figure pas dans cette source. Copiez-la dans le texte tel qu’il est.`,
  'quotation-ambiguous': (details) => {
    const count = numberOf(details, 'count', 'places');
    const places = count === null ? 'à plusieurs endroits' : `à ${number.format(count)} endroits`;
    return `La citation${named(textOf(details, 'quote', 'exact'))} figure ${places}. Donnez quelques mots qui la précèdent ou la suivent.`;
  },
  'version-replaced': () =>
    'Le texte a été remplacé entre-temps par une version plus récente. Choisissez le passage dans le texte tel qu’il est maintenant.',
  'notebook-missing': (details) => `Il n’y a pas de carnet à cet endroit${named(textOf(details, 'path'))}.`,
  'notebook-damaged': (details) =>
    `Le carnet${named(textOf(details, 'path'))} est endommagé ; il a été laissé tel quel. Rétablissez une sauvegarde ; s’il s’ouvre encore, « dossier check » dit ce qui ne va pas.`,
  'notebook-foreign': (details) =>
    details['reason'] === 'empty'
      ? `${named(textOf(details, 'path')).trim() || 'Ce fichier'} est vide : il ne contient pas encore de carnet et a été laissé tel quel. Choisissez un autre fichier, ou importez-y quelque chose.`
      : `${named(textOf(details, 'path')).trim() || 'Ce fichier'} n’est pas un carnet Dossier. Il a été laissé tel quel : choisissez un autre fichier.`,
  'notebook-newer': (details) =>
    `Le carnet${named(textOf(details, 'path'))} vient d’une version plus récente de Dossier. Il a été laissé tel quel : mettez l’application à jour pour l’ouvrir.`,
  'notebook-locked': (details) =>
    `Un autre programme écrit dans le carnet${named(textOf(details, 'path'))}. Réessayez dans un instant.`,
  'notebook-read-only': (details) =>
    `Le carnet${named(textOf(details, 'path'))} ne peut pas être modifié. Vérifiez les droits de son fichier et de son dossier.`,
  'notebook-closed': () => 'Aucun carnet n’est ouvert.',
  'target-exists': (details) =>
    `${named(textOf(details, 'path')).trim() || 'La destination'} existe déjà. Choisissez un autre nom, ou remplacez-la.`,
  'target-unwritable': (details) =>
    `${named(textOf(details, 'path')).trim() || 'La destination'} n’a pas pu être écrite. Vérifiez le dossier et ses droits.`,
  'disk-full': () => 'Le disque est plein. Rien n’est perdu : faites de la place et réessayez.',
  cancelled: ({ what, written, total, reason }) =>
    what === 'library'
      ? `L’importation s’est arrêtée après ${String(written)} éléments sur ${String(total)}${reason === 'undone' ? ', car elle a été annulée entre-temps' : '\u00a0; ils sont là, et l’annulation les retire. La même importation reprendra de là'}.`
      : 'Annulé.',
  internal: (details) =>
    textOf(details, 'what') === 'connection'
      ? 'Le moteur de l’application ne répond pas. Vérifiez que Dossier est toujours ouvert, puis réessayez.'
      : `Une erreur s’est produite dans l’application${because(textOf(details, 'reason', 'what'))}. Votre carnet n’a pas été modifié.`,
};
