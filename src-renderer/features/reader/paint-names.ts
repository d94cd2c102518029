/** Names of the painted highlights: `reader.css` has their looks. Later ones are drawn over earlier ones. */
import { COLORS, type Color } from '../../../src-main/common/contract/entities.ts';

export const nameOfColor = (color: Color): string => `dossier-${color}`;

export const COLOR_LAYER: readonly string[] = COLORS.map(nameOfColor);
export const TARGET = 'dossier-target';
export const ACTIVE = 'dossier-active';
export const SELECTION = 'dossier-selection';
export const MATCH = 'dossier-match';
export const CURRENT_MATCH = 'dossier-current-match';

/** What comes and goes while reading, apart from the highlights that are kept. */
export const PASSING_LAYER: readonly string[] = [TARGET, ACTIVE, SELECTION, MATCH, CURRENT_MATCH];
