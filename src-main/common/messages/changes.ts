/** What a change of the notebook is called once it is done, in the window's notices and on the command line. */
import { isCommandName, type MutationName } from '../contract/commands.ts';
import type { Change } from '../contract/entities.ts';
import type { Locale } from './locale.ts';

type ChangeNames = Readonly<Record<MutationName, string>>;

const en: ChangeNames = {
  'source.import': 'Source added',
  'library.import': 'Library imported',
  'source.fetch': 'Page fetched',
  'source.edit': 'Details changed',
  'source.extract': 'Text taken again',
  'source.remove': 'Source moved to the trash',
  'source.restore': 'Source restored',
  'source.dedupe': 'Repeated text taken out',
  'excerpt.add': 'Passage highlighted',
  'excerpt.edit': 'Highlight changed',
  'excerpt.remove': 'Highlight removed',
  'excerpt.confirm': 'Highlight confirmed',
  'excerpt.anchor': 'Highlight placed',
  'excerpt.keep': 'Highlight left without a place',
  'claim.add': 'Claim added',
  'claim.edit': 'Claim changed',
  'claim.remove': 'Claim removed',
  'claim.attach': 'Evidence attached',
  'claim.reassess': 'Evidence changed',
  'claim.detach': 'Evidence detached',
  'claim.verify': 'Claim verified',
  'claim.dispute': 'Claim disputed',
  'claim.reopen': 'Claim reopened',
  'claim.recheck': 'Date of review changed',
  'claim.supersede': 'Claim superseded',
  'diligence.add': 'Search kept',
  'diligence.remove': 'Kept search removed',
  'note.add': 'Note added',
  'note.edit': 'Note changed',
  'note.remove': 'Note removed',
  'tag.describe': 'Tag described',
  'tag.add': 'Tag added',
  'tag.edit': 'Tag changed',
  'tag.rename': 'Tag renamed',
  'tag.move': 'Tag moved',
  'tag.merge': 'Tags merged',
  'tag.remove': 'Tag deleted',
  'tag.import': 'Codebook imported',
  'history.undo': 'Undone',
  'history.redo': 'Redone',
  'history.settle': 'Settled',
  'setting.set': 'Setting saved',
};

const fr: ChangeNames = {
  'source.import': 'Source ajoutée',
  'library.import': 'Bibliothèque importée',
  'source.fetch': 'Page récupérée',
  'source.edit': 'Fiche modifiée',
  'source.extract': 'Texte repris',
  'source.remove': 'Source mise à la corbeille',
  'source.restore': 'Source rétablie',
  'source.dedupe': 'Texte répété retiré',
  'excerpt.add': 'Passage surligné',
  'excerpt.edit': 'Surlignage modifié',
  'excerpt.remove': 'Surlignage retiré',
  'excerpt.confirm': 'Surlignage confirmé',
  'excerpt.anchor': 'Surlignage replacé',
  'excerpt.keep': 'Surlignage laissé sans place',
  'claim.add': 'Affirmation ajoutée',
  'claim.edit': 'Affirmation modifiée',
  'claim.remove': 'Affirmation retirée',
  'claim.attach': 'Pièce jointe',
  'claim.reassess': 'Pièce modifiée',
  'claim.detach': 'Pièce détachée',
  'claim.verify': 'Affirmation vérifiée',
  'claim.dispute': 'Affirmation contestée',
  'claim.reopen': 'Affirmation rouverte',
  'claim.recheck': 'Date de réexamen modifiée',
  'claim.supersede': 'Affirmation remplacée',
  'diligence.add': 'Recherche conservée',
  'diligence.remove': 'Recherche conservée retirée',
  'note.add': 'Note ajoutée',
  'note.edit': 'Note modifiée',
  'note.remove': 'Note retirée',
  'tag.describe': 'Étiquette décrite',
  'tag.add': 'Étiquette ajoutée',
  'tag.edit': 'Étiquette modifiée',
  'tag.rename': 'Étiquette renommée',
  'tag.move': 'Étiquette déplacée',
  'tag.merge': 'Étiquettes fusionnées',
  'tag.remove': 'Étiquette supprimée',
  'tag.import': 'Livre de codes importé',
  'history.undo': 'Annulé',
  'history.redo': 'Rétabli',
  'history.settle': 'Fixé',
  'setting.set': 'Réglage enregistré',
};

export const CHANGES: Readonly<Record<Locale, ChangeNames>> = { en, fr };

/** « Passage surligné (412 millions d’euros) » */
export function describeChange(
  { command, subject }: Pick<Change, 'command' | 'subject'>,
  locale: Locale,
): string {
  // The log may hold a command of a newer app: its name is better than nothing.
  const name =
    isCommandName(command) && command in CHANGES[locale] ? CHANGES[locale][command as MutationName] : command;
  return subject === '' ? name : `${name} (${subject})`;
}
