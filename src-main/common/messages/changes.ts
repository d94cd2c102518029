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
  'claim.add': 'Claim added',
  'claim.edit': 'Claim changed',
  'claim.remove': 'Claim removed',
  'claim.attach': 'Evidence attached',
  'claim.reassess': 'Evidence changed',
  'claim.detach': 'Evidence detached',
  'claim.verify': 'Claim verified',
  'claim.dispute': 'Claim disputed',
  'claim.reopen': 'Claim reopened',
  'note.add': 'Note added',
  'note.edit': 'Note changed',
  'note.remove': 'Note removed',
  'draft.keep': 'Draft kept',
  'sources.tag': 'Sources tagged',
  'sources.remove': 'Sources moved to the trash',
  'collection.add': 'Collection added',
  'collection.rename': 'Collection renamed',
  'collection.remove': 'Collection removed',
  'collection.move': 'Collections reordered',
  'collection.include': 'Added to the collection',
  'collection.exclude': 'Taken out of the collection',
  'collection.arrange': 'Collection reordered',
  'saved.add': 'Search saved',
  'saved.edit': 'Saved search changed',
  'saved.remove': 'Saved search removed',
  'trash.restore': 'Taken out of the trash',
  'trash.empty': 'Trash emptied',
  'tag.describe': 'Tag changed',
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
  'claim.add': 'Affirmation ajoutée',
  'claim.edit': 'Affirmation modifiée',
  'claim.remove': 'Affirmation retirée',
  'claim.attach': 'Pièce jointe',
  'claim.reassess': 'Pièce modifiée',
  'claim.detach': 'Pièce détachée',
  'claim.verify': 'Affirmation vérifiée',
  'claim.dispute': 'Affirmation contestée',
  'claim.reopen': 'Affirmation rouverte',
  'note.add': 'Note ajoutée',
  'note.edit': 'Note modifiée',
  'note.remove': 'Note retirée',
  'draft.keep': 'Brouillon gardé',
  'sources.tag': 'Étiquettes des sources modifiées',
  'sources.remove': 'Sources mises à la corbeille',
  'collection.add': 'Collection ajoutée',
  'collection.rename': 'Collection renommée',
  'collection.remove': 'Collection retirée',
  'collection.move': 'Collections réordonnées',
  'collection.include': 'Ajouté à la collection',
  'collection.exclude': 'Retiré de la collection',
  'collection.arrange': 'Collection réordonnée',
  'saved.add': 'Recherche enregistrée',
  'saved.edit': 'Recherche enregistrée modifiée',
  'saved.remove': 'Recherche enregistrée retirée',
  'trash.restore': 'Sorti de la corbeille',
  'trash.empty': 'Corbeille vidée',
  'tag.describe': 'Étiquette modifiée',
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
