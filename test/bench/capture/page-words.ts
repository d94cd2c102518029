/** Words that made pages are written with, in French and English: they say nothing, and are true language. */
export interface Words {
  readonly language: 'fr' | 'en';
  readonly subjects: readonly string[];
  readonly verbs: readonly string[];
  readonly objects: readonly string[];
  readonly ends: readonly string[];
  readonly near: readonly string[];
  readonly first: readonly string[];
  readonly last: readonly string[];
  readonly by: string;
  readonly readAlso: string;
  readonly share: string;
  readonly related: string;
  readonly newsletter: string;
  readonly comments: string;
  readonly cookies: string;
  readonly bio: (name: string) => string;
}

/** Places nobody knows, so that no two sentences are alike. */
export const SYLLABLES = [
  'Bra',
  'Cor',
  'Dul',
  'Fen',
  'Gal',
  'Lor',
  'Mar',
  'Nes',
  'Pel',
  'Ras',
  'Sol',
  'Tar',
  'Vel',
  'Wis',
];

const split = (text: string) => text.split('|');

export const FRENCH: Words = {
  language: 'fr',
  subjects: split(
    'Le ministère de la région|La commission des finances|L’ingénieur en chef|Une partie des habitants|Le conseil du fleuve|La directrice du chantier|Le rapport publié lundi',
  ),
  verbs: split(
    'a confirmé hier soir que|refuse encore de dire si|avait annoncé au printemps que|estime désormais que|n’a jamais caché que|vient de reconnaître que',
  ),
  objects: split(
    'les travaux du barrage coûteront 46,7 millions d’euros|la retenue sera vidée avant l’hiver|les relevés de la station étaient faux|la turbidité dépasse le seuil légal|aucune étude n’a été remise aux élus',
  ),
  ends: split(
    ', selon deux personnes proches du dossier.|, malgré les promesses de l’an dernier.|, ce que les riverains contestent.|, et la décision sera rendue en septembre.|.',
  ),
  near: split('près de|à|en amont de|au sud de|pour'),
  first: split('Jeanne|Paul|Claire|Yves|Nadia|Hugo'),
  last: split('Moreau|Lefebvre|Garnier|Bonnet|Roussel|Chevalier'),
  by: 'Par',
  readAlso: 'Lire aussi :',
  share: 'Partager',
  related: 'Sur le même sujet',
  newsletter: 'Inscrivez-vous à notre newsletter pour recevoir chaque matin le meilleur de l’actualité.',
  comments: 'Commentaires',
  cookies: 'Nous utilisons des cookies pour mesurer notre audience et améliorer votre visite.',
  bio: (name) => `${name} est journaliste et suit les questions d’énergie depuis dix ans.`,
};

export const ENGLISH: Words = {
  language: 'en',
  subjects: split(
    'The regional ministry|A committee of the council|The chief engineer|Most of the residents|The river authority|The head of the works|A report published on Monday',
  ),
  verbs: split(
    'confirmed last night that|still refuses to say whether|had announced in spring that|now believes that|never made a secret of the fact that|has admitted that',
  ),
  objects: split(
    'the dam will cost 46.7 million euros|the reservoir will be emptied before winter|the readings of the station were wrong|turbidity is above the legal threshold|no study was given to the council',
  ),
  ends: split(
    ', according to two people close to the matter.|, despite the promises of last year.|, which the neighbours deny.|, and a decision is due in September.|.',
  ),
  near: split('near|of|above|south of|for'),
  first: split('Jane|Paul|Claire|Ivan|Nadia|Hugh'),
  last: split('Moore|Fletcher|Garner|Bennett|Russell|Knight'),
  by: 'By',
  readAlso: 'Read more:',
  share: 'Share this article',
  related: 'Related stories',
  newsletter: 'Sign up for our newsletter and get the best of the news each morning in your inbox.',
  comments: 'Comments',
  cookies: 'We use cookies to measure our audience and to improve your visit to this site.',
  bio: (name) => `${name} is a reporter who has covered energy and water for the last ten years.`,
};
