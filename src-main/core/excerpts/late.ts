/** A highlight that was made on a text which was replaced meanwhile: in a window, the new one is still on its way. */
import type { SourceId, VersionId, Warning } from '../../common/contract/entities.ts';
import { DossierError } from '../../common/contract/errors.ts';
import { FoldedText } from '../../common/document/folded-text.ts';
import { Relocator } from '../../common/document/relocate/relocator.ts';
import { describeRange } from '../../common/document/selectors.ts';
import type { Reader } from '../storage/connection.ts';
import { readVersionText } from '../storage/sources.ts';
import { type Place, type PlaceRequest, placeExcerpt } from './placing.ts';

/**
 * Where the passage stands in the current version.
 * @throws DossierError as `placeExcerpt` in the old text; version-replaced where the new one does not have the passage
 */
export function placeLate(
  reader: Reader,
  { source, from, to }: { readonly source: SourceId; readonly from: VersionId; readonly to: VersionId },
  request: PlaceRequest,
): Place {
  const old = readVersionText(reader, source, from);
  const { start, end, exact, prefix, suffix } = placeExcerpt(old, request);
  const text = readVersionText(reader, source, to);
  const relocator = new Relocator(new FoldedText(old), new FoldedText(text));
  const found = relocator.find({ quote: exact, prefix, suffix, place: { start, end } });
  if (found.kind !== 'found') throw new DossierError('version-replaced', { id: source });
  const { place, anchor } = found;
  return {
    start: place.start,
    end: place.end,
    ...describeRange(text, place.start, place.end),
    anchor,
    warnings: [REPLACED],
  };
}

const REPLACED: Warning = {
  code: 'version-replaced',
  message: 'The text was replaced by a newer version meanwhile; the passage was highlighted there.',
};
