/** What is nearly the same as a text that was just captured: said, never acted upon. */
import type { Near, SourceId, VersionId, Warning } from '../../common/contract/entities.ts';
import type { Reader } from '../storage/connection.ts';
import { findNear } from '../storage/near.ts';
import { titleOf } from '../storage/sources.ts';

/** The nearest are named; the source itself tells of all. */
const NAMED = 3;
/** Of hundreds that are captured at once, each waits for the one before. */
const COMPARED = 4;

const SENTENCES: Readonly<Record<Near['kind'], (percent: number, title: string) => string>> = {
  same: (percent, title) => `${percent} % of this text is the same as “${title}”.`,
  contains: (percent, title) => `This text contains ${percent} % of “${title}”.`,
  within: (percent, title) => `${percent} % of this text stands within “${title}”.`,
};

export function warnOfNear(reader: Reader, source: SourceId, version: VersionId): readonly Warning[] {
  return findNear(reader, source, version, COMPARED)
    .slice(0, NAMED)
    .map(({ id, kind, share }) => {
      const title = titleOf(reader, id);
      const percent = Math.round(share * 100);
      return {
        code: 'near-duplicate',
        message: SENTENCES[kind](percent, title),
        details: { id, kind, percent, title },
      };
    });
}
