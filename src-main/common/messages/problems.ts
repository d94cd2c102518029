/** What is wrong with a notebook, in the user's words. */
import type { FaultDetails, FaultName } from '../contract/faults.ts';
import type { Locale } from './locale.ts';

type Sentences = Readonly<Record<FaultName, (details: FaultDetails) => string>>;

const EN: Sentences = {
  pages: ({ text }) => `${text}`,
  unreadable: ({ part, reason }) => `${EN_PARTS[String(part)] ?? part} cannot be read to the end: ${reason}`,
  references: ({ reference, count }) => `${reference}: rows that refer to what is not there: ${count}`,
  'original-changed': ({ sha256 }) => `original ${sha256} is not the bytes that were stored`,
  'pictures-missing': ({ version, count }) => `${count} pictures of version ${version} are missing`,
  'text-changed': ({ version }) => `the text of version ${version} is not that of its tree`,
  'passages-missing': ({ version }) => `passages of version ${version} are missing`,
  'passages-outside': ({ version, count }) => `${count} passages of version ${version} end after its text`,
  'highlight-elsewhere': ({ excerpt }) => `excerpt ${excerpt} does not stand where it says`,
  'signature-changed': ({ version }) => `the signature of version ${version} is not that of its text`,
  'signatures-missing': ({ wanted, count }) => `hashes of signatures: ${count} instead of ${wanted}`,
  'segment-damaged': ({ segment }) => `segment ${segment} of the search index is damaged`,
  'head-damaged': () => 'the head of the search index is damaged',
  'index-ahead': (details) =>
    `the search index holds changes that the notebook does not have${times(details)}`,
  'index-order': (details) => `segments of the search index are out of order${times(details)}`,
  'index-count': (details) =>
    `segments of the search index count their removed documents wrongly${times(details)}`,
  'index-missing': (details) => `documents are missing from the search index${times(details)}`,
  'index-double': (details) => `documents are not in the search index exactly once${times(details)}`,
  'index-stamp': (details) => `documents changed without the search index${times(details)}`,
  'index-words': (details) => `documents have other words than the search index says${times(details)}`,
  'index-dead': (details) => `documents are in the search index and not in the notebook${times(details)}`,
  'index-buried': (details) => `live documents are marked as removed in the search index${times(details)}`,
  'index-unburied': (details) =>
    `removed documents are not marked as such in the search index${times(details)}`,
};

const EN_PARTS: Readonly<Record<string, string>> = {
  pages: 'the pages',
  references: 'the references',
  originals: 'the originals',
  texts: 'the texts',
  highlights: 'the highlights',
};

const FR: Sentences = {
  pages: ({ text }) => `${text}`,
  unreadable: ({ part, reason }) =>
    `${FR_PARTS[String(part)] ?? part} ne se lisent pas jusqu’au bout\u00a0: ${reason}`,
  references: ({ reference, count }) =>
    `${reference}\u00a0: lignes qui renvoient à ce qui n’existe pas\u00a0: ${count}`,
  'original-changed': ({ sha256 }) => `l’original ${sha256} n’est plus tel qu’il a été enregistré`,
  'pictures-missing': ({ version, count }) => `images absentes de la version ${version}\u00a0: ${count}`,
  'text-changed': ({ version }) => `le texte de la version ${version} n’est pas celui de son arbre`,
  'passages-missing': ({ version }) => `des passages de la version ${version} manquent`,
  'passages-outside': ({ version, count }) =>
    `passages de la version ${version} qui finissent après son texte\u00a0: ${count}`,
  'highlight-elsewhere': ({ excerpt }) => `l’extrait ${excerpt} n’est pas là où il est dit`,
  'signature-changed': ({ version }) => `la signature de la version ${version} n’est pas celle de son texte`,
  'signatures-missing': ({ wanted, count }) =>
    `empreintes des signatures\u00a0: ${count} au lieu de ${wanted}`,
  'segment-damaged': ({ segment }) => `le segment ${segment} de l’index de recherche est endommagé`,
  'head-damaged': () => 'la tête de l’index de recherche est endommagée',
  'index-ahead': (details) =>
    `l’index de recherche contient des changements que le carnet n’a pas${times(details, 'fr')}`,
  'index-order': (details) =>
    `des segments de l’index de recherche ne sont pas dans l’ordre${times(details, 'fr')}`,
  'index-count': (details) =>
    `des segments de l’index de recherche comptent mal leurs documents retirés${times(details, 'fr')}`,
  'index-missing': (details) => `des documents manquent dans l’index de recherche${times(details, 'fr')}`,
  'index-double': (details) =>
    `des documents ne sont pas une seule fois dans l’index de recherche${times(details, 'fr')}`,
  'index-stamp': (details) => `des documents ont changé sans l’index de recherche${times(details, 'fr')}`,
  'index-words': (details) =>
    `des documents ont d’autres mots que ce que dit l’index de recherche${times(details, 'fr')}`,
  'index-dead': (details) =>
    `des documents sont dans l’index de recherche et non dans le carnet${times(details, 'fr')}`,
  'index-buried': (details) =>
    `des documents vivants sont marqués comme retirés dans l’index de recherche${times(details, 'fr')}`,
  'index-unburied': (details) =>
    `des documents retirés ne sont pas marqués comme tels dans l’index de recherche${times(details, 'fr')}`,
};

const FR_PARTS: Readonly<Record<string, string>> = {
  pages: 'les pages',
  references: 'les renvois',
  originals: 'les originaux',
  texts: 'les textes',
  highlights: 'les surlignages',
};

function times({ count, first }: FaultDetails, locale: Locale = 'en'): string {
  return `${locale === 'fr' ? '\u00a0' : ''}: ${count} (${first})`;
}

/** A fault's sentence, without a full stop; one of a newer engine is said by its name. */
export function describeFault(
  { fault, details }: { readonly fault: string; readonly details: FaultDetails },
  locale: Locale,
): string {
  const sentences: Readonly<Record<string, (details: FaultDetails) => string>> = locale === 'fr' ? FR : EN;
  return sentences[fault]?.(details) ?? fault;
}
