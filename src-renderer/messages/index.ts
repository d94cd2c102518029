/** Every word that the window says, in each language. A key that one language lacks is a compile error. */
import anchorsEn from './en/anchors.ts';
import claimingEn from './en/claiming.ts';
import claimsEn from './en/claims.ts';
import draftsEn from './en/drafts.ts';
import exportEn from './en/export.ts';
import guideEn from './en/guide.ts';
import libraryEn from './en/library.ts';
import matrixEn from './en/matrix.ts';
import notesEn from './en/notes.ts';
import readerEn from './en/reader.ts';
import searchEn from './en/search.ts';
import settingsEn from './en/settings.ts';
import shellEn from './en/shell.ts';
import shelvesEn from './en/shelves.ts';
import tagsEn from './en/tags.ts';
import templatesEn from './en/templates.ts';
import anchorsFr from './fr/anchors.ts';
import claimingFr from './fr/claiming.ts';
import claimsFr from './fr/claims.ts';
import draftsFr from './fr/drafts.ts';
import exportFr from './fr/export.ts';
import guideFr from './fr/guide.ts';
import libraryFr from './fr/library.ts';
import matrixFr from './fr/matrix.ts';
import notesFr from './fr/notes.ts';
import readerFr from './fr/reader.ts';
import searchFr from './fr/search.ts';
import settingsFr from './fr/settings.ts';
import shellFr from './fr/shell.ts';
import shelvesFr from './fr/shelves.ts';
import tagsFr from './fr/tags.ts';
import templatesFr from './fr/templates.ts';
import type { GuideWords } from './guide-blocks.ts';

export type Locale = 'en' | 'fr';

export interface Messages {
  readonly shell: typeof shellEn;
  readonly library: typeof libraryEn;
  readonly reader: typeof readerEn;
  readonly anchors: typeof anchorsEn;
  readonly claiming: typeof claimingEn;
  readonly claims: typeof claimsEn;
  readonly matrix: typeof matrixEn;
  readonly notes: typeof notesEn;
  readonly shelves: typeof shelvesEn;
  readonly search: typeof searchEn;
  readonly drafts: typeof draftsEn;
  readonly export: typeof exportEn;
  readonly settings: typeof settingsEn;
  readonly tags: typeof tagsEn;
  readonly templates: typeof templatesEn;
  readonly guide: GuideWords;
}

export const catalogs: Readonly<Record<Locale, Messages>> = {
  en: {
    shell: shellEn,
    library: libraryEn,
    reader: readerEn,
    anchors: anchorsEn,
    claiming: claimingEn,
    claims: claimsEn,
    matrix: matrixEn,
    notes: notesEn,
    shelves: shelvesEn,
    search: searchEn,
    drafts: draftsEn,
    export: exportEn,
    settings: settingsEn,
    tags: tagsEn,
    templates: templatesEn,
    guide: guideEn,
  },
  fr: {
    shell: shellFr,
    library: libraryFr,
    reader: readerFr,
    anchors: anchorsFr,
    claiming: claimingFr,
    claims: claimsFr,
    matrix: matrixFr,
    notes: notesFr,
    shelves: shelvesFr,
    search: searchFr,
    drafts: draftsFr,
    export: exportFr,
    settings: settingsFr,
    tags: tagsFr,
    templates: templatesFr,
    guide: guideFr,
  },
};
