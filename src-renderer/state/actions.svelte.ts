/** The application's commands by name: what the palette, the `?` map, the status bar and the native menu run. */
import { type Component, untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { Messages } from '../messages/index.ts';
import { splitShortcut } from '../messages/shortcut-notation.ts';
import { type KeyPress, isTextField, matchesStep, writesText } from './shortcuts.ts';

export type ActionGroup = keyof Messages['shell']['groups'];

export interface Action {
  readonly id: string;
  /** Read each time it is shown, so that it follows the language. */
  readonly title: () => string;
  readonly group: ActionGroup;
  readonly shortcut?: string;
  readonly icon?: Component;
  /** Absent means always. A command that is not enabled is neither listed nor run. */
  readonly enabled?: () => boolean;
  /** Mod+Z and the like belong to a text field while one has the focus. */
  readonly notInText?: boolean;
  /** Not listed in the palette: it only makes sense where its key is pressed. */
  readonly hidden?: boolean;
  readonly run: () => void;
}

/** A second key must follow within this time, or the first was meant alone. */
const SEQUENCE_MS = 1200;

/** A command and where it belongs: to a pane, or (null) to the window. */
interface Registered {
  readonly action: Action;
  readonly pane: string | null;
}

export class Actions {
  #first: { readonly press: KeyPress; readonly at: number } | null = null;

  /**
   * @param focused the pane whose commands can be run, beside the window's
   * @param own the pane that what is registered here belongs to
   */
  constructor(
    readonly mac = false,
    private readonly focused: () => string | null = () => null,
    private readonly own: string | null = null,
    private readonly registered: SvelteMap<string, Registered> = new SvelteMap(),
  ) {}

  /** The same commands as `pane` has them: what is registered there can be run while it has the focus. */
  of(pane: string): Actions {
    return new Actions(this.mac, () => pane, pane, this.registered);
  }

  /** @returns a function that takes it back. The same id twice is a bug, and is said at once. */
  register(action: Action): () => void {
    const key = keyOf(this.own, action.id);
    // Untracked: an effect that registers would otherwise be run again by what it registers.
    if (untrack(() => this.registered.has(key))) throw new Error(`Two actions are called ${action.id}`);
    this.registered.set(key, { action, pane: this.own });
    return () => {
      if (this.registered.get(key)?.action === action) this.registered.delete(key);
    };
  }

  registerAll(actions: readonly Action[]): () => void {
    const removals = actions.map((action) => this.register(action));
    return () => {
      for (const remove of removals) remove();
    };
  }

  /** Those that can be run now, in the order in which they were registered. */
  get enabled(): readonly Action[] {
    return this.all.filter(isEnabled);
  }

  get all(): readonly Action[] {
    const focused = this.focused();
    return [...this.registered.values()]
      .filter(({ pane }) => pane === null || pane === focused)
      .map(({ action }) => action);
  }

  find(id: string): Action | undefined {
    const found = this.registered.get(keyOf(this.focused(), id)) ?? this.registered.get(keyOf(null, id));
    return found?.action;
  }

  /** @returns whether there was such a command and it could be run */
  run(id: string): boolean {
    const action = this.find(id);
    if (!action || !isEnabled(action)) return false;
    action.run();
    return true;
  }

  /** As `run`, asked by the native menu: undo and the like belong to a text field while one has the focus. */
  runFromMenu(id: string): boolean {
    const inText = isTextField(document.activeElement);
    if (!inText || !this.find(id)?.notInText) return this.run(id);
    return document.execCommand(id === 'edit.undo' ? 'undo' : 'redo');
  }

  /** Runs what the key press asks for. @returns whether it was a command's */
  press(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.isComposing || isModifier(event.key)) return false;
    const inText = isTextField(event.target);
    const first = this.#first;
    this.#first = null;
    const second = first && event.timeStamp - first.at < SEQUENCE_MS ? first.press : null;
    const action = (second && this.#match([second, event], inText)) ?? this.#match([event], inText);
    if (action) {
      event.preventDefault();
      action.run();
      return true;
    }
    if (this.#begins(event, inText)) this.#first = { press: copy(event), at: event.timeStamp };
    return false;
  }

  #match(presses: readonly KeyPress[], inText: boolean): Action | undefined {
    // The newest comes first: a screen may take a key that the frame has as well.
    return this.enabled.toReversed().find((action) => {
      if (!action.shortcut || (inText && action.notInText)) return false;
      const steps = splitShortcut(action.shortcut);
      if (steps.length !== presses.length || (inText && steps.some(writesText))) return false;
      return steps.every((step, at) => {
        const press = presses[at];
        return press !== undefined && matchesStep(press, step, this.mac);
      });
    });
  }

  #begins(event: KeyboardEvent, inText: boolean): boolean {
    if (inText) return false;
    return this.enabled.some((action) => {
      const [step, next] = splitShortcut(action.shortcut ?? '');
      return step !== undefined && next !== undefined && matchesStep(event, step, this.mac);
    });
  }
}

const keyOf = (pane: string | null, id: string): string => `${pane ?? ''} ${id}`;
const isEnabled = (action: Action): boolean => action.enabled?.() ?? true;
const isModifier = (key: string): boolean => /^(Shift|Control|Alt|Meta|AltGraph|CapsLock)$/.test(key);

const copy = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): KeyPress => ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
});
