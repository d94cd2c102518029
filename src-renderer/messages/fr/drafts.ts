/** Les mots du vérificateur de brouillons et de son rapport. */
import type english from '../en/drafts.ts';
import { createCounter } from '../counting.ts';

const count = createCounter('fr');
const number = new Intl.NumberFormat('fr');

const drafts: typeof english = {
  title: 'Vérifier un brouillon',
  intro:
    'Chaque citation et chaque chiffre d’un brouillon est comparé aux textes de ce carnet\u00A0: si les mots s’y trouvent, qui les a dits, et si les nombres sont les mêmes.',
  privacy: 'Le brouillon reste dans cette fenêtre\u00A0: rien n’en est conservé dans le carnet.',
  field: 'Brouillon',
  placeholder: 'Collez ici le brouillon, en texte simple ou en Markdown…',
  open: 'Ouvrir un fichier…',
  opened: (name) => `Depuis ${name}`,
  check: 'Vérifier',
  checkAgain: 'Vérifier à nouveau',
  checking: 'Comparaison avec le carnet…',
  progress: (done, total) => `${number.format(done)} sur ${number.format(total)}`,
  cancel: 'Arrêter',
  edit: 'Modifier le brouillon',
  clear: 'Un autre brouillon',
  stale: 'Le brouillon a changé depuis sa vérification\u00A0: vérifiez-le à nouveau.',
  text: 'Le brouillon et ses marques',
  list: 'Citations et chiffres',
  facts: (quotations, figures) =>
    `${count(quotations, 'citation', 'citations')}, ${count(figures, 'chiffre', 'chiffres')}`,
  problems: (n) => (n === 0 ? 'aucun problème' : count(n, 'problème', 'problèmes')),
  nothing: 'Le brouillon ne cite rien et ne donne aucun chiffre.',
  nothingHint:
    'On regarde les mots entre guillemets, les citations en retrait et les nombres avec ce qu’ils comptent.',
  noneLeft: 'Rien de tel dans le brouillon.',
  left: (n) =>
    `${count(n, 'citation ou chiffre n’a pas été comparé', 'citations et chiffres n’ont pas été comparés')}\u00A0: vérifiez le brouillon par parties.`,
  unclosed: (n) =>
    n === 1
      ? 'Un guillemet n’est jamais fermé\u00A0: ce qui le suit a été pris pour vos propres mots.'
      : `${count(n, 'guillemet n’est jamais fermé', 'guillemets ne sont jamais fermés')}\u00A0: ce qui les suit a été pris pour vos propres mots.`,
  filters: 'Montrer',
  all: 'Tout',
  onlyProblems: 'Problèmes',
  filtered: (name, n) => `${name} ${number.format(n)}`,
  verdicts: {
    exact: 'Exacte',
    altered: 'Altérée',
    'other speaker': 'Autre auteur',
    'not found': 'Introuvable',
    found: 'Trouvé',
    differs: 'Différent',
  },
  meanings: {
    exact: 'Les mots sont dans la source tels que le brouillon les donne.',
    altered: 'La source a d’autres mots là où ils sont marqués.',
    'other speaker': 'Les mots sont dans la source, mais elle les prête à quelqu’un d’autre.',
    'not found': 'Aucun texte de ce carnet ne le dit.',
    found: 'Le même chiffre est dans un passage qui parle de la même chose.',
    differs: 'Un passage qui parle de la même chose donne un autre chiffre.',
  },
  kinds: { quotation: 'Citation', figure: 'Chiffre' },
  speakers: (draft, source) => `Le brouillon dit ${draft}\u202F; la source, ${source}.`,
  inDraft: 'Dans le brouillon',
  inSource: 'Dans la source',
  by: (byline) => `par ${byline}`,
  instead: (was) => `dans la source\u00A0: ${was}`,
  notThere: 'absent de la source',
  leftOut: (was) => `omis ici\u00A0: ${was}`,
  openBeside: 'Ouvrir à côté',
  openBesideLabel: (title) => `Ouvrir à côté du brouillon le passage de ${title}`,
  evidence: 'Joindre comme pièce…',
  evidenceTitle: 'Preuve d’une affirmation',
  takeWords: 'Reprendre les mots de la source',
  taken: 'Le brouillon a maintenant les mots de la source.',
  copy: 'Copier les mots de la source',
  copied: 'Copié',
  next: 'Problème suivant',
  previous: 'Problème précédent',
  place: (at, total) => `${number.format(at)} sur ${number.format(total)}`,
  export: 'Enregistrer le rapport',
  exportHtml: 'En page web (HTML)',
  exportMarkdown: 'En Markdown',
  exportCsv: 'En tableau (CSV)',
  saved: (name) => `Le rapport est enregistré sous ${name}.`,
  fileName: 'rapport-brouillon',
  report: {
    title: 'Rapport sur un brouillon',
    on: (date) => `Vérifié le ${date}`,
    against: (notebook) => `avec le carnet ${notebook}`,
    draft: 'Le brouillon',
    findings: 'Ce qui a été trouvé',
    source: 'Source',
    named: (name, value) => `${name}\u00A0: ${value}`,
    how: 'Établi en comparant des mots et des nombres\u00A0: il dit ce qui est dans le carnet, non ce qui est vrai.',
  },
  hints: { next: 'Problème suivant', previous: 'Précédent', open: 'Ouvrir à côté', edit: 'Modifier' },
};

export default drafts;
