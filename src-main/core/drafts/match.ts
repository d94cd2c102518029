/** A quotation laid on a passage of the notebook. */
import type { Alignment } from '../../common/draft/align.ts';
import type { Reading } from '../../common/draft/pieces.ts';
import type { FoundPassage } from './passages.ts';

export interface Match {
  readonly passage: FoundPassage;
  readonly alignment: Alignment;
  readonly reading: Reading;
}
