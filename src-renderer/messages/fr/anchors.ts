import { createCounter } from '../counting.ts';
import type en from '../en/anchors.ts';

const count = createCounter('fr');
const percent = new Intl.NumberFormat('fr', { style: 'percent' });

const anchors: typeof en = {
  waiting: (n) =>
    n === 0 ? 'Aucun surlignage ne reste à revoir' : `${count(n, 'surlignage', 'surlignages')} à revoir`,
  keptLine: (n) => `${count(n, 'surlignage laissé', 'surlignages laissés')} sans place`,
  meter: ({ exact, moved, orphan }) =>
    `Surlignages\u00A0: ${exact} en place, ${moved} déplacés, ${orphan} sans place`,
  open: 'Revoir',
  close: 'Fermer',
  list: 'Surlignages à revoir',
  anchors: {
    exact: 'En place',
    moved: 'Déplacé\u00A0: place à confirmer',
    orphan: 'Sans place sûre dans cette version',
  },
  keptShort: 'Laissé sans place',
  stood: 'Avant',
  now: 'Place possible',
  candidates: 'Places possibles',
  candidate: (at, all) => `Place ${at} sur ${all}`,
  likeness: (score) => `ressemblance ${percent.format(score)}`,
  other: 'Ces mots se trouvaient déjà ici, à côté de ceux que vous aviez surlignés.',
  none: 'Rien dans cette version ne lui ressemble. Sélectionnez son passage dans le texte, ou laissez-le sans place\u00A0: il reste lisible dans la version où il se trouvait.',
  looking: 'Comparaison des versions…',
  confirm: 'Confirmer cette place',
  confirmAll: (n) => `Confirmer les ${n} déplacés`,
  take: 'Le placer ici',
  show: 'Montrer dans le texte',
  keep: 'Aucune place ne convient',
  kept: 'Laissé sans place\u202F; recherché à chaque nouvelle version.',

  changedLine: (quotations, claims) =>
    [
      `${count(quotations, 'citation changée ou perdue', 'citations changées ou perdues')}`,
      ...(claims > 0 ? [`${count(claims, 'affirmation en dépend', 'affirmations en dépendent')}`] : []),
    ].join(' · '),
  compare: 'Comparer la citation avec la dernière version',
  compareShort: 'Comparer',
  resting: (n) => `${count(n, 'affirmation repose', 'affirmations reposent')} sur cette citation`,
  isStance: { supports: 'elle l’appuie', disputes: 'elle la conteste', mentions: 'elle la mentionne' },
  dispute: 'Contester…',
  reasonLost: (title) => `La citation n’est plus dans la dernière version de «\u00A0${title}\u00A0».`,
  reasonChanged: (title, before, after) =>
    before === ''
      ? `La dernière version de «\u00A0${title}\u00A0» ajoute «\u00A0${after}\u00A0» à la citation.`
      : after === ''
        ? `La dernière version de «\u00A0${title}\u00A0» ne dit plus «\u00A0${before}\u00A0» dans la citation.`
        : `La dernière version de «\u00A0${title}\u00A0» dit «\u00A0${after}\u00A0» au lieu de «\u00A0${before}\u00A0».`,

  title: 'Citations modifiées',
  lead: 'Les citations dont une version plus récente de la source a changé ou perdu les mots.',
  tabs: { changed: 'Modifiées ou perdues', resting: 'Avec une affirmation', moved: 'Seulement déplacées' },
  which: 'Lesquelles',
  onlySource: (title) => `Seulement dans «\u00A0${title}\u00A0»`,
  allSources: 'Toutes les sources',
  nothing: 'Aucune citation n’a changé.',
  nothingHint:
    'Quand une page est capturée de nouveau et dit autre chose, les citations modifiées ou disparues se trouvent ici.',
  noneOfThese: 'Il n’en reste aucune.',
  claims: (n) => count(n, 'affirmation', 'affirmations'),
  vanished: 'Sans place sûre',
  changed: 'D’autres mots',
  keys: {
    browse: 'Parcourir',
    take: 'Confirmer cette place',
    other: 'Autre place',
    keep: 'Aucune place ne convient',
  },
};

export default anchors;
