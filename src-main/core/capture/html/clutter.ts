/** Words by which a piece of a page says itself that it is no part of the article; English, French, German, Spanish. */

const LONGEST = 220;

/** The whole piece is this, up to a link's title behind a colon. */
const WHOLE =
  /^[\s\p{P}\p{S}]*(?:advertisements?|advertising|publicité|anzeige|werbung|publicidad|sponsored( content)?|story continues below( advertisement)?|(?:article|text) continues (?:below|after)[\p{L} ]*|continue reading(?: the main story)?|share|share (?:this|on|via)[\p{L} ,]{0,40}|partager(?: (?:cet article|sur)[\p{L} ,]{0,40})?|tweet|print|email|imprimer|envoyer par e-?mail|copy link|copier le lien|comments?(?: \(?\d+\)?)?|(?:leave|post|add) a (?:comment|reply)|view (?:all )?comments|commentaires?|réagir|(?:read|see|learn) more|lire (?:aussi|la suite)|à lire aussi|voir aussi|loading\.*|close|fermer|skip to content|retour en haut|back to top|sign up|subscribe|s[’']abonner|newsletter|follow us|suivez-nous|privacy policy|all rights reserved|tous droits réservés)[\s\p{P}\p{S}]*$/iu;

/** How a piece begins that leads away from the article. */
const START =
  /^[\s\p{P}\p{S}]*(?:read (?:more|also|next)\s?:|see also\s?:|also read\s?[:|]|related(?: (?:stories|articles?|posts?|content|coverage|topics))?\s?:|more (?:on|from) this\s?:|lire (?:aussi|également)\s?[:|»]|à lire (?:aussi|également)\b|voir (?:aussi|également)\s?:|sur le même (?:sujet|thème)\b|lesen sie auch\b|mehr zum thema\b|lee también\b|don[’']t miss\s?:|sign up (?:for|to) (?:our|the|get)\b|subscribe (?:to|now)\b|inscrivez-vous à (?:notre|la) newsletter|abonnez-vous (?:à|pour)\b|recevez (?:notre|la) newsletter|follow [\p{L}. ]{2,40} on (?:twitter|facebook|instagram|x)\b|follow us on\b|suivez-nous sur\b|we use cookies\b|(?:nous utilisons|ce site utilise) des cookies\b|this (?:site|website) uses cookies\b|copyright ©|© ?(?:copyright )?\d{4}|filed under\s?:|posted in\s?:|tags\s?:|mots[- ]clés\s?:|click here to\b|download (?:our|the) app\b|téléchargez (?:notre|l[’']) ?application)/iu;

/** Below the text these end it; within it they may be a sentence of it. */
const END =
  /^[\s\p{P}\p{S}]*(?:follow\b|contact\b.{0,60}@|reporting by\b|editing by\b|our standards\s?:|published\b.{0,40}\d{4}|first published\b|last (?:updated|modified)\b|publié le\b|mis à jour le\b|tags?\b\s?:?|topics\b|categories\b|more from\b|about the author|à propos de l[’']auteur|the comments? (?:are|section)|comments are closed|image (?:credit|source)s?\s?:|photo(?: credit)?s?\s?:)/iu;

const MONTH =
  '(?:jan(?:uary|v(?:ier|\\.)?|\\.)?|f[eé]b(?:ruary|\\.)?|f[eé]v(?:rier|\\.)|mar(?:ch|s|\\.)?|apr(?:il|\\.)?|avr(?:il|\\.)|ma[iy]|jun[e.]?|juin|jul[y.]?|juil(?:let|\\.)|aug(?:ust|\\.)?|ao[uû]t|sept?(?:ember|embre|\\.)?|oct(?:ober|obre|\\.)?|nov(?:ember|embre|\\.)?|d[eé]c(?:ember|embre|\\.)?)';
const CLOCK = '(?:(?:at|à|,|-|–)?\\s*\\d{1,2}\\s?[:h.]\\s?\\d{2}(?:\\s?[ap]\\.?m\\.?)?(?:\\s+[A-Z]{2,4})?)?';
/** A date and nothing else, perhaps with what happened then. */
const DATE_LINE = new RegExp(
  `^[\\s\\p{P}]*(?:(?:first |last )?(?:published|posted|updated|modified|publié|mis à jour)(?: on| le| at)?\\s*:?\\s*)?(?:\\p{L}{3,9}\\.?,?\\s+)?(?:\\d{1,2}(?:er|st|nd|rd|th)?\\.?\\s+${MONTH},?\\s+\\d{4}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2})[\\s,|–-]*${CLOCK}[\\s\\p{P}]*$`,
  'iu',
);
const READING_TIME =
  /^[\s\p{P}]*(?:\d{1,3} min(?:ute)?s?(?: read| de lecture)?|(?:temps de lecture|reading time)\s?:?\s?\d{1,3}\s?min\w*)[\s\p{P}]*$/iu;

/** Only asked of what stands above the first paragraph. */
export function isHeadLine(text: string): boolean {
  return text.length <= 100 && (isClutterText(text) || DATE_LINE.test(text) || READING_TIME.test(text));
}

export function isClutterText(text: string): boolean {
  return text.length <= LONGEST && (WHOLE.test(text) || START.test(text));
}

/** Only asked of what stands below the last paragraph. */
export function endsArticle(text: string): boolean {
  return isClutterText(text) || (text.length <= LONGEST && END.test(text));
}
