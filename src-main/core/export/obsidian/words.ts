/** Words of a vault that other exports do not have. */
import type { ExportLocale } from '../words.ts';

export interface VaultWords {
  readonly tags: string;
  readonly above: string;
  readonly below: string;
}

export const VAULT_WORDS: Readonly<Record<ExportLocale, VaultWords>> = {
  en: { tags: 'Tags', above: 'Above', below: 'Below' },
  fr: { tags: 'Étiquettes', above: 'Au-dessus', below: 'En dessous' },
};
