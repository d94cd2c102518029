/** Words that must find each other, and words that must not: `typed written`, in the language of what is written. */

export const FRENCH_FAMILIES = `
radiation radiations | radiations radiation | exportation exportations | detente détente | detentes détente
sanction sanctions | accord accords | économie économies | economie économies | économique économiques
entreprise entreprises | puce puces | droit droits | gouvernement gouvernements | ministre ministres
ministere ministères | declaration déclarations | négociation négociations | negociations négociation
restriction restrictions | tension tensions | semiconducteur semiconducteurs | journal journaux
national nationaux | national nationale | nationale nationales | regional régionaux | cheval chevaux
general généraux | animal animaux | tribunal tribunaux | capital capitaux | bijou bijoux | caillou cailloux
genou genoux | chou choux | français française | français françaises | francaise français
anglais anglaise | japonais japonaises | mauvais mauvaise | chinois chinoise | chinois chinoises
américain américaine | americain américains | americaine américaines | européen européenne
européen européennes | italien italienne | coréen coréens | ancien anciennes | premier première
premiere premiers | dernier dernières | particulier particulière | etranger étrangères | entier entière
accusé accusée | accuse accusées | accusee accusée | décidé décidée | élevé élevés | eleve élevée
annoncé annoncées | publié publiée | publier publiés | cité citée | arrêté arrêtée | blessé blessées
securite sécurité | sécurités sécurité | activité activités | activite activités | capacité capacités
autorité autorités | autorites autorité | université universités | réalité réalités | quantite quantités
vérifier vérifie | vérifié vérifiés | affirmer affirme | affirmé affirment | contester contesté
demander demandait | demandent demande | finir finit | finissent finir
actif active | actives actif | negatif négative | nouveau nouveaux | heureux heureuse | sérieux sérieuses
dangereux dangereuse | producteur producteurs | acteur acteurs | importateur importateurs
cœur coeur | coeurs cœur | oeuvre œuvres | soeur sœurs | naïf naif | maïs mais | noël noel | haïr hair
ambiguë ambigue | île iles | août aout | où ou | tache tâche | hôpital hopital | hopitaux hôpital
médias media | prévision prévisions | crise crises | bénéfice bénéfices | chiffre chiffres
milliard milliards | coût coûts | cout coûts | prix prix | temps temps | pays pays
`;

export const ENGLISH_FAMILIES = `
sanction sanctions | sanctions sanction | sanctioned sanctions | chip chips | export exports | exports exported
exporter exporters | policy policies | company companies | companies company | country countries
article articles | claim claims | claimed claim | claiming claims | verify verified | verifies verify
dispute disputed | disputes disputing | source sources | quoted quote | quotes quoted | number numbers
figure figures | tariff tariffs | negotiation negotiations | negotiate negotiated | restrict restricted
restriction restrictions | restrictions restricting | government governments | minister ministers
announce announced | announcing announces | report reports | reported reporting | publish published
publishes publishing | highlight highlighted | annotate annotated | annotation annotations | study studies
studied study | running runs | running run | stopped stop | market markets | economic economics
increase increased | increases increasing | relate related | relation relations | plan planned
cat cats | box boxes | church churches | cafe café | naive naïve | resume résumé | role rôle | war wars
`;

/** `typed written`: neither language may join these. */
export const STRANGERS_IN_FRENCH = `
france français | franc français | police politique | sain saint | chant chantier | quart quartier | mois moi | roman romain
guerre guère | poison poisson | dessert désert | cousin coussin | ange anglais | chine chien | pairs paris
`;

export const STRANGERS_IN_ENGLISH = `
police policy | war ware | new news | chip ship | sanction sanctuary | export expert | claim clam | tax taxi
`;

export function pairs(text: string): (readonly [typed: string, written: string])[] {
  return text
    .split(/[|\n]/)
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const [typed = '', written = ''] = pair.split(' ');
      return [typed, written] as const;
    });
}
