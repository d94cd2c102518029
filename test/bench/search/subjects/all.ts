import type { Subject } from '../subject.ts';
import { flexSearch } from './flexsearch.ts';
import { fts5 } from './fts5.ts';
import { stockLunr } from './lunr.ts';
import { miniSearch } from './minisearch.ts';
import { orama } from './orama.ts';
import { oursIds } from './ours-ids.ts';
import { ours } from './ours.ts';

export const SUBJECTS: readonly Subject[] = [ours, oursIds, stockLunr, miniSearch, flexSearch, orama, fts5];
