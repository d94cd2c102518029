/** Words by which a piece of a page says itself that it is no part of the article; English, French, German, Spanish. */

const LONGEST = 220;

/** The whole piece is this, up to a link's title behind a colon. */
const WHOLE =
  /^[\s\p{P}\p{S}]*(?:advertisements?|advertising|publicité|anzeige|werbung|publicidad|sponsored( content)?|story continues below( advertisement)?|(?:article|text) continues (?:below|after)[\p{L} ]*|continue reading(?: the main story)?|share|share (?:this|on|via)[\p{L} ,]{0,40}|partager(?: (?:cet article|sur)[\p{L} ,]{0,40})?|tweet|print|email|imprimer|envoyer par e-?mail|copy link|copier le lien|comments?(?: \(?\d+\)?)?|(?:leave|post|add) a (?:comment|reply)|view (?:all )?comments|commentaires?|réagir|(?:read|see|learn) more|lire (?:aussi|la suite)|à lire aussi|voir aussi|loading\.*|close|fermer|skip to content|retour en haut|back to top|sign up|subscribe|s[’']abonner|newsletter|follow us|suivez-nous|privacy policy|all rights reserved|text size|font size|[\[(]?\+?[\])]? ?enlarge(?: image)?|(?:blog )?comments powered by[\p{L} ]*|what[’']s this|play video|(?:un)?mute|fullscreen|(?:loaded|progress)\s?: ?\d+(?:\.\d+)?%|tous droits réservés)[\s\p{P}\p{S}]*$/iu;

/** How a piece begins that leads away from the article. */
const START =
  /^[\s\p{P}\p{S}]*(?:read (?:more|also|next)\s?:|see also\s?:|(?:also|must) read\s?[:|–-]|related(?: (?:stories|articles?|posts?|content|coverage|topics))?\s?:|more (?:on|from) this\s?:|lire (?:aussi|également)\s?[:|»]|[aà] lire (?:aussi|également)\b|voir (?:aussi|également)\s?:|sur le même (?:sujet|thème)\b|lesen sie auch\b|mehr zum thema\b|lee también\b|don[’']t miss\s?:|sign up (?:for|to) (?:our|the|get)\b|subscribe (?:to|now)\b|inscrivez-vous à (?:notre|la) newsletter|abonnez-vous (?:à|pour)\b|recevez (?:notre|la) newsletter|follow [\p{L}. ]{2,40} on (?:twitter|facebook|instagram|x)\b|follow us on\b|suivez-nous sur\b|we use cookies\b|(?:nous utilisons|ce site utilise) des cookies\b|this (?:site|website) uses cookies\b|copyright ©|© ?(?:copyright )?\d{4}|filed under\s?:|posted in\s?:|tags\s?:|mots[- ]clés\s?:|click here to\b|read or share this story\b|this video (?:can(?:no|[’'])t be|is (?:no longer|not|un))|(?:your|this) (?:web )?browser (?:does not|doesn[’']t|is not) (?:currently )?(?:recogni[sz]e|support)|votre navigateur (?:ne |n[’']|est )|(?:please )?enable javascript|you need to enable javascript|javascript (?:is (?:required|disabled|not)|must|est|doit)|veuillez activer javascript|bitte aktivieren sie javascript|get unlimited access\b|already a subscriber\b|(?:this|the rest of this) article is (?:reserved )?for (?:our )?subscribers\b|(?:cet article|la suite) est réservée? (?:à nos|aux) abonnés|déjà abonnée?\b|il vous reste \d+(?:[.,]\d+)?\s?% de cet article|download (?:our|the)(?: \p{L}+){0,3} app\b|get [^.]{0,60} (?:to|in) your inbox\b|newsletter\b[^.]{0,40}[:»]|téléchargez (?:notre|l[’']) ?application)/iu;

/** Below the text these end it; within it they may be a sentence of it. */
const END =
  /^[\s\p{P}\p{S}]*(?:follow\b|contact\b.{0,60}@|reporting by\b|editing by\b|our standards\s?:|published\b.{0,40}\d{4}|first published\b|last (?:updated|modified)\b|publié le\b|mis à jour le\b|tags?\b\s?:?|topics\b|categories\b|more from\b|about the author|à propos de l[’']auteur|the comments? (?:are|section)|comments are closed|image (?:credit|source)s?\s?:|photo(?: credit)?s?\s?:)/iu;

const LABEL =
  /^[\s\p{P}\p{S}]*(?:\p{Lu}[\p{Lu}\p{N}\s'’&-]{2,30}|more|photos?|pictures|in pictures|videos?|watch|listen|gallery|slideshow|read|en images|vidéos?|diaporama|fotos?)\s*[:|»>]/u;
/** The same in words that need no colon before a link. */
const LED =
  /^[\s\p{P}\p{S}]*(?:(?:read|see) (?:also|more|next)|also read|(?:à )?lire (?:aussi|également|la suite)|voir (?:aussi|également)|lesen sie auch|mehr dazu|lee también|leggi anche|lees ook|leia também|via|source)\b/iu;
/** Headings of lists of links. */
const LINKS_BELOW =
  /^[\s\p{P}\p{S}]*(?:further reading|related(?: \p{L}+)?|(?:see|read) also|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: for you| reading)?|more (?:stories|news|coverage|like this|in \p{L}+)|most (?:read|popular|viewed)|popular (?:posts|stories|now)|trending(?: now)?|top stories|latest (?:news|stories|posts)|what to read next|up next|don[’']t miss|suggested reads|articles? (?:liés|similaires|connexes|associés)|à lire aussi|lire aussi|sur le même (?:sujet|thème)|les plus lus|la rédaction vous conseille|vous aimerez aussi|noticias relacionadas|artículos relacionados|te puede interesar|lo más leído|ähnliche (?:artikel|beiträge)|das könnte (?:sie|dich|ihnen) auch|mehr zum thema|meistgelesen|leggi anche|articoli correlati|potrebbe interessarti|lees ook|leia (?:também|mais)|veja também)[\s\p{P}\p{S}]*$/iu;

const MONTH =
  '(?:jan(?:uary|v(?:ier|\\.)?|\\.)?|f[eé]b(?:ruary|\\.)?|f[eé]v(?:rier|\\.)|mar(?:ch|s|\\.)?|apr(?:il|\\.)?|avr(?:il|\\.)|ma[iy]|jun[e.]?|juin|jul[y.]?|juil(?:let|\\.)|aug(?:ust|\\.)?|ao[uû]t|sept?(?:ember|embre|\\.)?|oct(?:ober|obre|\\.)?|nov(?:ember|embre|\\.)?|d[eé]c(?:ember|embre|\\.)?)';
const CLOCK = '(?:(?:at|à|,|-|–)?\\s*\\d{1,2}\\s?[:h.]\\s?\\d{2}(?:\\s?[ap]\\.?m\\.?)?(?:\\s+[A-Z]{2,4})?)?';
/** A date, perhaps with what happened then. */
const DATE = new RegExp(
  `(?:(?:first |last )?(?:published|posted|updated|modified|publié|modifié|mis à jour|publicado|actualizado|veröffentlicht|aktualisiert)(?: on| le| am| el| at)?\\s*:?\\s*)?(?:\\p{L}{3,9}\\.?,?\\s+)?(?:\\d{1,2}(?:er|st|nd|rd|th)?\\.?\\s+${MONTH},?\\s+\\d{4}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}-\\d{2}-\\d{2})[\\s,|–-]*${CLOCK}`,
  'iu',
);
/** A date or two, as published and as changed, and nothing else. */
const DATE_LINE = new RegExp(`^[\\s\\p{P}]*${DATE.source}(?:[\\s\\p{P}]+${DATE.source})?[\\s\\p{P}]*$`, 'iu');
const BYLINE = /^[\s\p{P}]*(?:[Bb]y|[Pp]ar|[Vv]on|[Pp]or)\s*:?\s+\p{Lu}[^.!?;:]{1,60}$/u;
const READING_TIME =
  /^[\s\p{P}]*(?:\d{1,3} min(?:ute)?s?(?: read| de lecture)?|(?:temps de lecture|reading time)\s?:?\s?\d{1,3}\s?min\w*)[\s\p{P}]*$/iu;

const isHeadPart = (text: string) => isClutterText(text) || DATE_LINE.test(text) || READING_TIME.test(text);

/** « By Jane Doe, March 3, 2024 », with the date or without it. */
const isByline = (text: string) => BYLINE.test(text.replace(DATE, '').replace(/[\s\p{P}]+$/u, ''));

/**
 * Only asked of what stands above the text.
 * @param parts the words of each of its elements: lines of several often stand together without a space
 */
export function isHeadLine(parts: readonly string[]): boolean {
  const text = parts.join('').trim();
  if (text.length > 200) return false;
  if (text.length <= 100 && (isHeadPart(text) || isByline(text))) return true;
  return isWrittenLine(parts);
}

/** Author, date and reading time together: certain enough to stand below a lead. */
export function isWrittenLine(parts: readonly string[]): boolean {
  const words = parts.map((part) => part.trim()).filter((part) => part !== '');
  return (
    words.length > 1 && words.every((part) => part.length <= 100 && (isHeadPart(part) || isByline(part)))
  );
}

/** « PHOTOS: The year in pictures », « In Texas | Family quarantined »: a label in capitals before a link elsewhere. */
export function isLabelledLink(text: string): boolean {
  return text.length <= LONGEST && (LABEL.test(text) || LED.test(text));
}

/** Only asked of what stands just above a link: a list of sources may be called the same. */
export function headsLinks(text: string): boolean {
  return text.length <= 60 && LINKS_BELOW.test(text);
}

export function isClutterText(text: string): boolean {
  return text.length <= LONGEST && (WHOLE.test(text) || START.test(text));
}

/** Only asked of what stands below the last paragraph. */
export function endsArticle(text: string): boolean {
  return isClutterText(text) || (text.length <= LONGEST && END.test(text));
}
