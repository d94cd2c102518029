/** The keys that act on what has the focus, for the status bar. */
import type { Attachment } from 'svelte/attachments';

export interface Hint {
  /** As in a shortcut: `Enter`, `Mod+K`, `1`; a list is shown as first "to" last where `range` is set. */
  readonly keys: readonly string[];
  readonly range?: boolean;
  readonly label: string;
}

interface Holder {
  readonly node: Element;
  readonly give: () => readonly Hint[];
}

export class Hints {
  #holder = $state.raw<Holder | null>(null);

  get list(): readonly Hint[] {
    return this.#holder?.give() ?? [];
  }

  /** `<div {@attach app.hints.on(() => [{keys: ['Enter'], label: …}])}>`: shown while the focus is inside; the innermost wins. */
  on(give: () => readonly Hint[]): Attachment<HTMLElement> {
    return (node) => {
      const holder: Holder = { node, give };
      const onfocusin = (event: FocusEvent): void => {
        if (event.defaultPrevented) return;
        const from = event.target instanceof Element ? event.target.closest('[data-hints]') : null;
        if (from === node) this.#holder = holder;
      };
      const onfocusout = (event: FocusEvent): void => {
        const to = event.relatedTarget;
        // Later: a focused element that is removed says so amid an update, when state must not be written.
        if (!(to instanceof Node) || !node.contains(to)) queueMicrotask(() => this.#release(holder));
      };
      node.setAttribute('data-hints', '');
      node.addEventListener('focusin', onfocusin);
      node.addEventListener('focusout', onfocusout);
      if (node.contains(document.activeElement)) this.#holder = holder;
      return () => {
        node.removeEventListener('focusin', onfocusin);
        node.removeEventListener('focusout', onfocusout);
        this.#release(holder);
      };
    };
  }

  #release(holder: Holder): void {
    if (this.#holder === holder) this.#holder = null;
  }
}
