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
  stood: 'Là où il se trouvait',
  now: 'Là où il peut se trouver',
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
};

export default anchors;
