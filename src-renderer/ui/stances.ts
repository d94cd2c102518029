/** The signs of what a passage does to a claim: the same on a claim's page as in the matrix. */
import EqualNot from '@lucide/svelte/icons/equal-not';
import Minus from '@lucide/svelte/icons/minus';
import Plus from '@lucide/svelte/icons/plus';

export const STANCE_ICONS = { supports: Plus, disputes: EqualNot, mentions: Minus } as const;
