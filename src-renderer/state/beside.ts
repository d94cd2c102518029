/**
 * A click with Alt, or Ctrl+Enter (Command+Enter on a Mac), opens in the other pane whatever it would open here: a
 * row, a match, a link from a claim to its passage. Told once for the window, so that no screen has to know of it.
 */
import type { Panes } from './panes.svelte.ts';
import { isTextField } from './shortcuts.ts';

/** @returns a function that stops */
export function followBeside(panes: Panes, mac: boolean, target: Window = window): () => void {
  // Each event says anew what it asks for: one that is stopped on its way never comes to its end here.
  const begin = (event: Event): void => {
    panes.isAskedBeside = asksBeside(event, mac);
  };
  const end = (event: Event): void => {
    const isLeft = panes.isAskedBeside && event.type === 'keydown' && !event.defaultPrevented;
    panes.isAskedBeside = false;
    if (isLeft) clickBeside(event);
  };
  const kinds = ['click', 'keydown'] as const;
  for (const kind of kinds) {
    target.addEventListener(kind, begin, true);
    target.addEventListener(kind, end);
  }
  return () => {
    for (const kind of kinds) {
      target.removeEventListener(kind, begin, true);
      target.removeEventListener(kind, end);
    }
  };
}

/** In a text field these keys are the field's: they send a note. */
function asksBeside(event: Event, mac: boolean): boolean {
  if (event instanceof KeyboardEvent) {
    const mod = mac ? event.metaKey : event.ctrlKey;
    return event.key === 'Enter' && mod && !event.shiftKey && !event.altKey && !isTextField(event.target);
  }
  return event instanceof MouseEvent && event.altKey;
}

/** Browsers press a button by Enter, and not all of them by Ctrl+Enter. */
function clickBeside(event: Event): void {
  if (!(event.target instanceof HTMLButtonElement)) return;
  event.preventDefault();
  event.target.dispatchEvent(new MouseEvent('click', { altKey: true, bubbles: true, cancelable: true }));
}
