/** What lunr sees of a document: its fields, how much each counts, and what a query may call them. */
import { foldText } from '../../../common/language/folding.ts';

export const FIELDS = ['title', 'text', 'quotation', 'note', 'tag', 'statement'] as const;
export type Field = (typeof FIELDS)[number];
export type FieldTexts = Partial<Readonly<Record<Field, string>>>;

/** What the user wrote or named weighs more than what was captured. */
export const FIELD_BOOSTS: Readonly<Record<Field, number>> = {
  title: 3,
  text: 1,
  quotation: 2,
  note: 1.5,
  tag: 2,
  statement: 2,
};

const BOOSTS = Float64Array.from(FIELDS, (name) => FIELD_BOOSTS[name]);

/** By position in `FIELDS`. */
export function boostOf(field: number): number {
  return BOOSTS[field] ?? 1;
}

const NAMES: ReadonlyMap<string, Field> = new Map([
  ...FIELDS.map((field) => [field, field] as const),
  ['titre', 'title'],
  ['texte', 'text'],
  ['citation', 'quotation'],
  ['etiquette', 'tag'],
  ['affirmation', 'statement'],
]);

/** The field that `name` stands for in English or French, whatever its case and accents; null for none. */
export function fieldNamed(name: string): Field | null {
  return NAMES.get(foldText(name)) ?? null;
}
