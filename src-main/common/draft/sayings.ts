/** How French and English say that somebody said something. */

const FRENCH = [
  'dit|disait|dira|dite',
  '(?:déclar|affirm|expliqu|ajout|not|soulign|assur|estim|précis|indiqu|insist|confi|racont|lanc|rappel|annonc|martel|jug|regrett|résum|comment|observ|gliss|soupir|tranch|dénonc|plaid|constat|remarqu|répèt|répét|rétorqu|témoign|critiqu|relev|avanc|argument|signal|appel|accus|averti|avertiss|préveni|prévien|nuanc|ironis|tempêt|tonn|interrog|demand|cit)(?:e|ent|ait|aient|a|é|ée|er|era)',
  "poursui(?:t|vi|vait)|conclu(?:t|ait)?|réplique|répliqué|recon(?:naît|nu|naissait)|répon(?:d|du|dait)|adme(?:t|ttait)|admis|prome(?:t|ttait)|promis|soutien(?:t)|soutenu|soutenait|maintien(?:t)|maintenu|prévien(?:t)|prévenu|averti(?:t)?|écri(?:t|vait)|complèt(?:e|ait)|complété|détaill(?:e|é|ait)|s[’'](?:indign|exclam|inqui|étonn|agac|emport|alarm|insurg|interrog|amus|attrist)\\p{L}{1,5}|rapport(?:e|é|ait)",
].join('|');
const ENGLISH =
  'said|says|say|told|tells|stated|states|added|adds|argued|argues|explained|explains|noted|notes|wrote|writes|warned|warns|insisted|insists|claimed|claims|declared|declares|announced|announces|admitted|admits|replied|replies|recalled|recalls|concluded|concludes|observed|observes|remarked|remarks|reported|reports|acknowledged|acknowledges|stressed|stresses|commented|comments|asked|asks|called|calls|puts? it|conceded|concedes|testified|confirmed|confirms|denied|recounted|joked|quipped';

/** A verb of saying, as one word or two. */
export const SAYING = String.raw`(?<![\p{L}\p{M}])(?:${FRENCH}|${ENGLISH})(?![\p{L}\p{M}])`;
/** Before a name: according to. */
export const ACCORDING = String.raw`(?<![\p{L}\p{M}])(?:selon|d[’']après|pour|according to|in the words of|as per)(?![\p{L}\p{M}])`;

const PRONOUN = '(?:t-)?(?:il|elle|on|ils|elles|je|nous)';
const INVERTED = String.raw`(?:(?:a|avait|aura|ont|avaient)-${PRONOUN}\s+\p{L}{2,20}|\p{L}{2,20}-${PRONOUN})`;
const COMPOUND = String.raw`(?:a|avait|ont|avaient)\s+(?:\p{L}{2,15}\s+)?(?:${FRENCH})`;
const PLAIN = String.raw`(?:${FRENCH})\s+(?:le|la|les|l[’']|un|une|M\.|Mme|\p{Lu})`;
const INCISE = new RegExp(
  String.raw`\s{0,4}[,–—-]\s{1,4}(?:${INVERTED}|${COMPOUND}|${PLAIN})[^,;:.!?«»“”"–—]{0,120}(?:[,–—]|(?=\s{0,4}[.!?…]?\s{0,4}$))`,
  'gu',
);

/** What a French sentence sets within what it quotes: « La guerre, a-t-il dit, est finie ». */
export function findIncises(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(INCISE)].map(({ index, 0: said }) => ({ start: index, end: index + said.length }));
}
