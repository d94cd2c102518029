/**
 * French families whose forms Snowball keeps apart, or joins to strangers, once the accents are folded away. What no
 * rule here knows goes to Snowball.
 */

const anyOf = (words: string): string => `(?:${words.trim().replace(/\s+/g, '|')})`;

/** Whole families that follow no rule; the first form stands for all. */
const IRREGULAR = `
  bijou bijoux, caillou cailloux, chou choux, genou genoux, hibou hiboux, joujou joujoux, pou poux, ripou ripoux,
  travail travaux, vitrail vitraux, corail coraux, bail baux, email emaux, soupirail soupiraux, oeil yeux,
  ciel cieux, aieul aieux, monsieur messieurs, madame mesdames,
  beau bel beaux belle belles, nouveau nouvel nouveaux nouvelle nouvelles, vieux vieil vieille vieilles,
  fou fol fous folle folles, mou mol mous molle molles, jumeau jumeaux jumelle jumelles,
  blanc blancs blanche blanches, franc francs franche franches, sec secs seche seches, frais fraiche fraiches,
  public publics publique publiques, grec grecs grecque grecques, turc turcs turque turques,
  long longs longue longues, doux douce douces, faux fausse fausses, roux rousse rousses, jaloux jalouse jalouses,
  favori favoris favorite favorites, copain copains copine copines, epoux epouse epouses,
  france, francis, temps, temperament temperaments, etranger etrangers etrangere etrangeres, opera operas, univers,
  pays, chassis, excellent excellents excellente excellentes, intermittent intermittents intermittente intermittentes
`;

const irregular: ReadonlyMap<string, string> = new Map(
  IRREGULAR.split(',').flatMap((family) => {
    const forms = family.trim().split(/\s+/);
    return forms.map((form) => [form, forms[0] ?? form] as const);
  }),
);

/**
 * Adjectives in -ais: Snowball takes -ais for a verb's ending, so that « français » would be France and franc, and
 * « française » neither.
 */
const PEOPLES = anyOf(`
  franc angl irland ecoss japon polon portug holland neerland finland island groenland thailand zeland liban senegal
  cameroun congol gabon togol soudan ougand rwand maurit taiwan pakistan libyen ceyl benin nepal sri-lank bhoutan
  new-york marseill lyonn bordel nant rouenn orlean toulon mosel milan mauv
`);

/** What may follow the stem of a verb in -er; plurals in -ent are added where they are not adjectives. */
const ENDINGS = anyOf(`
  e es ee ees er ez ons a ai as at ames ates ais ait aient iez ions ant ante ants antes erent
  era erai eras erons erez eront erais erait eraient eriez erions
`);

/** « considérait », without its accent, ends as the conditional of « consider » would. */
const VERBS_IN_ERER = anyOf(`
  acceler alter confer consider cooper degener deliber desesper differ enumer esper exager exasper exoner gener
  incarcer infer inger inser interfer liber moder obtemper oper prefer prolifer prosper recuper regener remuner
  reverber sugger temper toler transfer ulcer vener vocifer
`);

/** The same verbs whose plural is no adjective, as « différent » is. */
const PLURAL_IN_ERENT = anyOf(`
  acceler alter consider cooper deliber enumer esper exager gener inger inser liber moder oper prefer prolifer prosper
  recuper remuner sugger toler transfer
`);

/** They keep an i in « copier » that Snowball takes off « copie ». The commonest of all are in `stem.ts`. */
const VERBS_IN_IER = anyOf(`
  affili alli ralli amnisti anesthesi appropri expropri asphyxi atrophi balbuti benefici calomni circonstanci colori
  communi concili reconcili confi congedi contrari copi recopi photocopi dedi differenci disgraci dissoci envi expatri
  rapatri expedi expi humili incendi initi injuri inventori irradi mani remani mari remari mendi orthographi pari
  parodi photographi prejudici privilegi rassasi refugi reli remedi repertori repudi salari spoli suppli telegraphi vari
`);

/** Of each: what the word looks like, and the stem of its family. The first that fits decides. */
const RULES: readonly (readonly [word: RegExp, stem: string])[] = [
  [new RegExp(`^(${PEOPLES})ais(?:e|es)?$`), '$1ais'],
  [/^(acces|succes|insucces|proces|progres|congres|deces|exces|expres|abces|calais)$/, '$1'],
  // Not a past tense in -ai.
  [/^(altai|bonsai|dalai|dubai|hawai|samourai|shanghai|sinai|thai)s?$/, '$1'],
  [/^lai(?:que|quement|cite|cisme)s?$/, 'laic'],
  // The diaeresis told these from the one vowel « ai » or « oi ».
  [/^(.{2,}[ao])i(?:que|quement|cite|cisme|sme|ste)s?$/, '$1'],
  [/^(ambigu|contigu|exigu)(?:s|e|es|ite|ites)?$/, '$1'],
  [
    /^((?:re|me)?conn|(?:ap|dis|com|trans|re)?par|(?:de|com)?pl|(?:re)?n)ait(?:r(?:e|a|ont|ait|aient))?$/,
    '$1ait',
  ],
  [new RegExp(`^(?!operas?$)(${VERBS_IN_ERER})${ENDINGS}$`), '$1'],
  [new RegExp(`^(${PLURAL_IN_ERENT})ent$`), '$1'],
  [new RegExp(`^(${VERBS_IN_IER})(?:${ENDINGS}|ent)$`), '$1'],
  // So short that Snowball leaves their endings on.
  [new RegExp(`^(tu|li|ni|pri|tri|cri|pay|noy)(?:${ENDINGS}|ent)$`), '$1er'],
  [/^(re|pro)?cre(?:ee?s?|er|ent|ait|aient|ant|era|eront)$/, '$1creer'],
  // -asse is a verb's or a noun's own far more often than an imperfect subjunctive.
  [new RegExp(`^(.{2,}ass)(?:${ENDINGS}|ent)$`), '$1'],
  [new RegExp(`^(communiqu|revendiqu|domestiqu|(?:re)?commenc)(?:${ENDINGS}|ent)$`), '$1'],
];

/**
 * Plural verbs: Snowball leaves -ent alone, for it ends as many nouns (« client », « accent », « moment »). After these
 * letters there are next to none.
 */
const PLURAL_VERB = new RegExp(
  `(${anyOf(`
    [bptd]r [bp]l gn tt ll ss ch pp nn nd rd rt pt st ct it ut [iou]s ns [uo]r rv iv [rpn]ouv [ai]qu [ao]ng nc parl
    form firm dorm arm film calm omm flamm gramm ${anyOf('en ren re')}ferm
    ${anyOf('if publ oubl etud negoc assoc apprec licenc remerc multipl')}i
  `)})ent$`,
);

const WOMEN_IN_EUSE = new RegExp(
  `(${anyOf('cherch vend travaill chant serv dans jou coiff achet voyag influenc chom entrepren')})euse(s?)$`,
);

/** « profitent » as « profite », « directrice » as « directeur ». */
export function toCommonForm(word: string): string {
  return word
    .replace(PLURAL_VERB, '$1e')
    .replace(WOMEN_IN_EUSE, '$1eur$2')
    .replace(/(?<!^ma|^cica)trice(s?)$/, 'teur$1');
}

/** The stem of a folded word that Snowball would get wrong; null for all others. */
export function knownFrenchStem(word: string): string | null {
  const whole = irregular.get(word);
  if (whole !== undefined) return whole;
  for (const [form, stem] of RULES) if (form.test(word)) return word.replace(form, stem);
  return null;
}
