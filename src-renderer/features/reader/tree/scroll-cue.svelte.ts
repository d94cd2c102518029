/** Whether a box can be scrolled sideways, and to which side there is more: for its cue, and for its place in the order of Tab. */
import type { Attachment } from 'svelte/attachments';

export class ScrollCue {
  #left = $state(false);
  #right = $state(false);

  get left(): boolean {
    return this.#left;
  }

  get right(): boolean {
    return this.#right;
  }

  get scrolls(): boolean {
    return this.#left || this.#right;
  }

  /** To be attached to the element that scrolls. */
  readonly follow: Attachment<HTMLElement> = (element) => {
    const measure = (): void => {
      const { scrollLeft, clientWidth, scrollWidth } = element;
      this.#left = scrollLeft > 1;
      this.#right = scrollLeft + clientWidth < scrollWidth - 1;
    };
    const resizing = new ResizeObserver(measure);
    resizing.observe(element);
    for (const child of element.children) resizing.observe(child);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      resizing.disconnect();
      element.removeEventListener('scroll', measure);
    };
  };
}
