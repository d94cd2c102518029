/** Undo and redo, whoever made the change. */
import type { Change } from '../../src-main/common/contract/entities.ts';
import type { AppPort } from './port.ts';

export class HistoryState {
  #undoable = $state.raw<Change | null>(null);
  #redoable = $state.raw<Change | null>(null);

  constructor(private readonly app: AppPort) {}

  /** What Undo would take back. */
  get undoable(): Change | null {
    return this.#undoable;
  }

  get redoable(): Change | null {
    return this.#redoable;
  }

  async load(): Promise<void> {
    const next = await this.app.client.call('history.next', {});
    this.#undoable = next.ok ? next.value.undo : null;
    this.#redoable = next.ok ? next.value.redo : null;
  }

  async undo(): Promise<void> {
    const answer = await this.app.call('history.undo', {});
    if (!answer) return;
    const { t, notices } = this.app;
    const run = (): void => void this.redo();
    notices.show({
      kind: 'change',
      text: t.shell.undone(this.nameOf(answer.undone), answer.undone.subject),
      action: { label: t.shell.bar.redo, run },
    });
    await this.load();
  }

  async redo(): Promise<void> {
    const answer = await this.app.call('history.redo', {});
    if (!answer) return;
    this.app.showChange(this.app.t.shell.redone(this.nameOf(answer.redone), answer.redone.subject));
    await this.load();
  }

  /** A change in the user's words; a command without any is said as the engine says it. */
  nameOf(change: Change): string {
    const names: Readonly<Record<string, string>> = this.app.t.shell.changes;
    return names[change.command] ?? change.summary;
  }
}
