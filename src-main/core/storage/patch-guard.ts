/**
 * Patches come out of the notebook, which may come from anyone, and their names of tables and columns go into
 * statements: only such as `Edit` writes are taken.
 */
import { DossierError } from '../../common/contract/errors.ts';
import type { EntityTable, Patch, TagTable } from './edit.ts';

type Fields = Readonly<Record<string, unknown>>;

const ENTITIES: Readonly<Record<EntityTable, true>> = {
  source: true,
  excerpt: true,
  claim: true,
  evidence: true,
  note: true,
  tag: true,
  collection: true,
  collection_source: true,
  saved_search: true,
  template: true,
  tag_alias: true,
  library_item: true,
  diligence: true,
};
const TAGS: Readonly<Record<TagTable, true>> = {
  source_tag: true,
  excerpt_tag: true,
  claim_tag: true,
  note_tag: true,
};
const COLUMN = /^[a-z]+(?:_[a-z]+){0,3}$/;

/** @throws DossierError notebook-damaged */
export function checkPatches(value: unknown): readonly Patch[] {
  if (!Array.isArray(value) || !value.every(isPatch)) {
    throw new DossierError('notebook-damaged', { what: 'change' });
  }
  return value;
}

function isPatch(value: unknown): value is Patch {
  if (!isFields(value)) return false;
  switch (value['do']) {
    case 'set':
      return isKeyOf(ENTITIES, value['table']) && areCells(value['before']) && areCells(value['after']);
    case 'tag':
      return isKeyOf(TAGS, value['table']);
    // Its words are values in a statement, never names.
    case 'verdict':
      return true;
    case 'also':
      return Number.isSafeInteger(value['seq']);
    default:
      return false;
  }
}

function areCells(value: unknown): boolean {
  return isFields(value) && Object.keys(value).every((column) => COLUMN.test(column));
}

function isKeyOf(names: Fields, value: unknown): boolean {
  return typeof value === 'string' && Object.hasOwn(names, value);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}
