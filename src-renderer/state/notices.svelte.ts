/** Short messages at the foot of the window. */
export interface Notice {
  readonly id: number;
  /** `change` offers Undo; a newer one takes its place. */
  readonly kind: 'info' | 'change' | 'error';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** How long each kind stays: an error until it is dismissed. */
const STAY_MS = { info: 5000, change: 8000, error: null } as const;

export class Notices {
  #list = $state.raw<readonly Notice[]>([]);
  #next = 1;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  get list(): readonly Notice[] {
    return this.#list;
  }

  /** Shows a notice in place of those of its kind, and of one that says the same. @returns its id */
  show(notice: Omit<Notice, 'id'>): number {
    const id = this.#next++;
    for (const old of this.#list) {
      if (old.kind === notice.kind) this.#forget(old.id);
    }
    this.#list = [...this.#list.filter((old) => old.kind !== notice.kind), { ...notice, id }];
    this.#start(id, notice.kind);
    return id;
  }

  dismiss(id: number): void {
    this.#forget(id);
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }

  /** Keeps a notice while the pointer or the focus is on it. */
  hold(id: number): void {
    this.#forget(id);
  }

  release(id: number): void {
    const notice = this.#list.find((each) => each.id === id);
    if (notice) this.#start(id, notice.kind);
  }

  #start(id: number, kind: Notice['kind']): void {
    const stay = STAY_MS[kind];
    if (stay !== null)
      this.#timers.set(
        id,
        setTimeout(() => this.dismiss(id), stay),
      );
  }

  #forget(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }
}
