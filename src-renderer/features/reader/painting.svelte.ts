/** Keeps the page painted as state changes. The two layers are apart: typing in find does not repaint highlights. */
import { Intervals } from '../../anchoring/intervals.ts';
import { type Painted, Painter } from '../../anchoring/painter.ts';
import type { TextRange } from '../../anchoring/text-range.ts';
import {
  ACTIVE,
  COLOR_LAYER,
  CURRENT_MATCH,
  MATCH,
  PASSING_LAYER,
  SELECTION,
  TARGET,
  nameOfColor,
} from './paint-names.ts';
import type { Reading } from './reading.svelte.ts';

/** To be called while a component is set up: its effects end with it. */
export function keepPainted(reading: Reading): void {
  const painter = new Painter([...COLOR_LAYER, ...PASSING_LAYER]);
  const { index } = reading.surface;
  $effect(() => {
    const { window } = reading.surface;
    // Only those near the screen: of thousands, some dozens.
    const near = reading.excerpts.overlapping(window);
    const items = near.map(({ start, end, color }) => ({ start, end, name: nameOfColor(color) }));
    painter.paint(index, new Intervals(items), window, COLOR_LAYER);
  });
  $effect(() => {
    painter.paint(index, new Intervals(passingItems(reading)), reading.surface.window, PASSING_LAYER);
  });
  $effect(() => () => painter.dispose());
}

function passingItems({ reader, find, target }: Reading): readonly Painted[] {
  const named = (name: string, range: TextRange | null): Painted[] =>
    range ? [{ name, start: range.start, end: range.end }] : [];
  return [
    ...named(TARGET, target),
    ...named(ACTIVE, reader.active ?? reader.composing),
    ...named(SELECTION, reader.selection),
    ...find.matches.flatMap((match) => named(MATCH, match)),
    ...named(CURRENT_MATCH, find.isOpen ? find.current : null),
  ];
}
