/** Words of the codebook, in French. */
import type { MergePlan } from '../../../src-main/common/contract/codebook.ts';
import { createCounter } from '../counting.ts';
import type en from '../en/tags.ts';

const count = createCounter('fr');
const list = new Intl.ListFormat('fr');
const quote = (name: string): string => `«\u00A0${name}\u00A0»`;

/** What there is of sources, highlights, claims and notes. */
function things({ sources, excerpts, claims, notes }: MergePlan['moves']): string {
  return list.format(
    [
      sources > 0 ? count(sources, 'source', 'sources') : '',
      excerpts > 0 ? count(excerpts, 'surlignage', 'surlignages') : '',
      claims > 0 ? count(claims, 'affirmation', 'affirmations') : '',
      notes > 0 ? count(notes, 'note', 'notes') : '',
    ].filter(Boolean),
  );
}

const sum = ({ sources, excerpts, claims, notes }: MergePlan['moves']): number =>
  sources + excerpts + claims + notes;

const tags: typeof en = {
  title: 'Étiquettes',
  tree: 'Étiquettes, dans leur ordre',
  filter: 'Filtrer les étiquettes',
  found: (n) => count(n, 'étiquette', 'étiquettes'),
  noneMatch: (filter) => `Aucune étiquette ne contient ${quote(filter)}.`,
  empty: 'Aucune étiquette pour l’instant.',
  emptyHint:
    'Étiquetez une source, un surlignage ou une affirmation, créez une étiquette ici, ou importez un livre de codes (CSV, REFI-QDA).',
  create: 'Nouvelle étiquette',
  createBelow: 'Nouvelle étiquette dessous',
  createIt: 'Créer l’étiquette',
  files: 'Livre de codes',
  importFile: 'Importer un livre de codes…',
  exportCsv: 'Exporter en CSV',
  exportQdc: 'Exporter en REFI-QDA (.qdc)',
  saved: (name) => `${name} a été enregistré.`,
  imported: (added, changed, unchanged) =>
    added + changed === 0
      ? `Rien de nouveau\u00A0: ${count(unchanged, 'étiquette était déjà là', 'étiquettes étaient déjà là')}.`
      : `Livre de codes importé\u00A0: ${count(added, 'nouvelle étiquette', 'nouvelles étiquettes')}, ${count(changed, 'complétée', 'complétées')}.`,
  countMeans: (own, within) =>
    own === within
      ? `sur ${count(own, 'élément', 'éléments')}`
      : `sur ${count(own, 'élément', 'éléments')}, ${count(within, 'élément', 'éléments')} avec les étiquettes placées dessous`,
  hints: { move: 'Parcourir', rename: 'Renommer', shift: 'Sous la précédente', remove: 'Supprimer' },

  name: 'Nom',
  meaning: 'Sens',
  meaningHint: 'Ce qu’elle désigne, et quand l’employer',
  color: 'Couleur',
  noColor: 'Sans couleur',
  colors: { yellow: 'Jaune', blue: 'Bleu', green: 'Vert', pink: 'Rose', violet: 'Violet' },
  parent: 'Placée sous',
  top: 'Aucune\u00A0: au premier niveau',
  aliases: 'Alias',
  aliasHint: 'Un autre nom, qui désignera cette étiquette',
  addAlias: (name) => `Nouvel alias ${quote(name)}`,
  remove: 'Supprimer',
  export: 'Exporter…',

  uses: 'Où elle est employée',
  exact: 'Sans les étiquettes placées dessous',
  unused: 'Rien ne porte encore cette étiquette.',
  noneOfKind: 'Aucun élément de ce genre.',
  kinds: {
    all: 'Tout',
    source: 'Sources',
    excerpt: 'Surlignages',
    claim: 'Affirmations',
    note: 'Notes',
  },
  kindOf: { source: 'Source', excerpt: 'Surlignage', claim: 'Affirmation', note: 'Note' },
  more: (n) => `En montrer plus (${n})`,

  overlaps: 'Employée avec',
  noOverlaps: 'Aucune autre étiquette ne figure sur les mêmes passages ni dans les mêmes sources.',
  together: ({ excerpts, overlapping, sources, claims, notes }) =>
    [
      excerpts > 0 ? count(excerpts, 'surlignage', 'surlignages') : '',
      overlapping > 0 ? count(overlapping, 'recouvrement', 'recouvrements') : '',
      claims > 0 ? count(claims, 'affirmation', 'affirmations') : '',
      notes > 0 ? count(notes, 'note', 'notes') : '',
      sources > 0 ? count(sources, 'source', 'sources') : '',
    ]
      .filter(Boolean)
      .join(' · '),
  searchBoth: 'Chercher les deux',

  merge: 'Fusionner…',
  mergeTitle: (name) => `Fusionner ${quote(name)}`,
  mergeInto: 'Dans l’étiquette',
  mergeHint: 'Nom ou alias',
  mergeMeans: 'Tout ce qui porte cette étiquette portera l’autre. Annuler rend les deux.',
  mergeIt: 'Fusionner',
  plan: ({ from, into, moves, both, children, aliases }) =>
    [
      things(moves) === ''
        ? 'Rien n’est à étiqueter de nouveau.'
        : `${things(moves)} ${sum(moves) > 1 ? 'porteront' : 'portera'} ${quote(into.name)}.`,
      things(both) === '' ? '' : `${things(both)} ${sum(both) > 1 ? 'portent' : 'porte'} déjà les deux.`,
      children.length === 0
        ? ''
        : `${list.format(children)} ${children.length > 1 ? 'seront placées' : 'sera placée'} sous ${quote(into.name)}.`,
      `${list.format(aliases.map(quote))} ${aliases.length > 1 ? 'seront des alias' : 'sera un alias'} de ${quote(into.name)}.`,
      from.meaning !== '' && from.meaning !== into.meaning
        ? `Le sens de ${quote(from.name)} est gardé avec le sien.`
        : '',
    ].filter(Boolean),
};

export default tags;
