/**
 * The template that an export is written by: none, one of the app's, or one of the user's, which can be changed here.
 * What is typed is kept as a draft at each letter, and saved as one change when the user says so.
 */
import type { Output } from '../../../src-main/common/contract/commands.ts';
import type {
  BuiltInTemplate,
  Template,
  TemplateFormat,
  TemplateId,
} from '../../../src-main/common/contract/export-commands.ts';
import { TEMPLATE_FORMATS } from '../../../src-main/common/contract/export-commands.ts';
import type { ErrorValue } from '../../../src-main/common/contract/errors.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { dropDraft, keepDraft, readDraft } from '../../state/note-drafts.ts';
import type { ExportFormat } from './scope.ts';

type Listed = Output<'template.list'>;
export type TemplateChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'built-in'; readonly name: BuiltInTemplate }
  | { readonly kind: 'own'; readonly id: TemplateId };

const NONE: TemplateChoice = { kind: 'none' };
const draftKey = (id: TemplateId): string => `template:${id}`;

/** Where a template is wrong, from 1. */
export interface Fault {
  readonly line: number | null;
  readonly column: number;
}

export class TemplateState {
  #listed = $state.raw<Listed>({ templates: [], builtIn: [] });
  #choice = $state.raw<TemplateChoice>(NONE);
  #editing = $state(false);
  /** What is being typed; null where it is what is stored. */
  #draft = $state<string | null>(null);
  /** The list of fields is shown beside it. */
  listing = $state(false);
  /** A name is being asked for. */
  naming = $state<'copy' | 'rename' | null>(null);

  constructor(
    private readonly app: AppState,
    private readonly formatOf: () => ExportFormat,
  ) {}

  /** Null where the format takes none. */
  get format(): TemplateFormat | null {
    return TEMPLATE_FORMATS.find((each) => each === this.formatOf()) ?? null;
  }
  get own(): readonly Template[] {
    return this.#listed.templates.filter(({ format }) => format === this.format);
  }
  /** Of all formats: none may be called as another. */
  get names(): readonly string[] {
    return this.#listed.templates.map(({ name }) => name);
  }
  get builtIn(): Listed['builtIn'] {
    return this.#listed.builtIn.filter(({ format }) => format === this.format);
  }
  /** What was chosen, where it is of this format and still there. */
  get choice(): TemplateChoice {
    const choice = this.#choice;
    if (choice.kind === 'built-in')
      return this.builtIn.some(({ name }) => name === choice.name) ? choice : NONE;
    if (choice.kind === 'own') return this.own.some(({ id }) => id === choice.id) ? choice : NONE;
    return choice;
  }
  /** The user's own one that is chosen. */
  get chosen(): Template | null {
    const { choice } = this;
    return choice.kind === 'own' ? (this.own.find(({ id }) => id === choice.id) ?? null) : null;
  }
  get editing(): boolean {
    return this.#editing && this.chosen !== null;
  }
  /** Something was typed that is not saved. */
  get changed(): boolean {
    return this.#draft !== null && this.chosen !== null && this.#draft !== this.chosen.body;
  }
  /** What the export is written by, as it is typed; null for the app's own way. */
  get body(): string | null {
    const { choice, chosen } = this;
    if (chosen) return this.#draft ?? chosen.body;
    return choice.kind === 'built-in'
      ? (this.builtIn.find(({ name }) => name === choice.name)?.body ?? null)
      : null;
  }

  async load(): Promise<void> {
    const answer = await this.app.client.call('template.list', {});
    if (answer.ok) this.#listed = answer.value;
  }

  choose(choice: TemplateChoice): void {
    this.#choice = choice;
    this.#editing = false;
    this.#draft = choice.kind === 'own' ? readDraft(draftKey(choice.id)) : null;
  }

  edit(): void {
    this.#editing = true;
  }

  close(): void {
    this.#editing = false;
  }

  type(body: string): void {
    const { chosen } = this;
    if (!chosen) return;
    this.#draft = body;
    if (body === chosen.body) dropDraft(draftKey(chosen.id));
    else keepDraft(draftKey(chosen.id), body);
  }

  async save(): Promise<void> {
    const { chosen } = this;
    const body = this.#draft;
    if (!chosen || body === null || !this.changed) return;
    if (!(await this.app.mutate('template.edit', { id: chosen.id, body }))) return;
    await this.load();
    this.#forget(chosen.id);
  }

  /** What is stored again, without what was typed since. */
  revert(): void {
    if (this.chosen) this.#forget(this.chosen.id);
  }

  /** One of the user's own, made of what is chosen now (of the first of the app's where nothing is), and opens it. */
  async copy(name: string): Promise<void> {
    const { format } = this;
    const body = this.body ?? this.builtIn[0]?.body;
    if (format === null || body === undefined) return;
    const answer = await this.app.mutate('template.add', { name, format, body });
    if (!answer) return;
    await this.load();
    this.choose({ kind: 'own', id: answer.template.id });
    this.edit();
  }

  async rename(name: string): Promise<void> {
    if (!this.chosen) return;
    await this.app.mutate('template.edit', { id: this.chosen.id, name });
    await this.load();
  }

  async remove(): Promise<void> {
    const { chosen } = this;
    if (!chosen || !(await this.app.mutate('template.remove', { id: chosen.id }))) return;
    this.choose(NONE);
    await this.load();
  }

  /** Null for an error that is not the template's. */
  fault(error: ErrorValue | null): Fault | null {
    if (error?.code !== 'invalid' || error.details['what'] !== 'template') return null;
    const { line, column } = error.details;
    return { line: typeof line === 'number' ? line : null, column: typeof column === 'number' ? column : 1 };
  }

  #forget(id: TemplateId): void {
    this.#draft = null;
    dropDraft(draftKey(id));
  }
}
