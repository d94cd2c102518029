/** Shortcuts as text: `Mod+K`, `Shift+D`, `1`, `?`, `g c` (one key, then another). Mod is Ctrl, or Command on a Mac. */

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export const isMac = (platform: string): boolean => platform === 'darwin';

/** Whether one key press is this step of a shortcut. */
export function matchesStep(press: KeyPress, step: readonly string[], mac: boolean): boolean {
  const key = step.at(-1) ?? '';
  const wants = (modifier: string): boolean => step.slice(0, -1).includes(modifier);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (other || mod !== wants('Mod') || press.altKey !== wants('Alt')) return false;
  // A sign such as `?` is typed with Shift on some keyboards and without on others: the character alone decides.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  if (!isSign && press.shiftKey !== wants('Shift')) return false;
  const pressed = press.key === ' ' ? 'Space' : press.key;
  return pressed.toLowerCase() === key.toLowerCase();
}

/** Keys without Ctrl, Command or Alt write text, so in a text field they belong to it; function keys do not. */
export function writesText(step: readonly string[]): boolean {
  return !step.includes('Mod') && !step.includes('Alt') && !/^(F\d+|Escape)$/.test(step.at(-1) ?? '');
}

/** Whether keys typed at `target` are text. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !/^(checkbox|radio|button|range|submit|file)$/.test(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}
