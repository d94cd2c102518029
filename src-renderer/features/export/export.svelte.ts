/** The export being put together: the form, its live preview, and where it goes. */
import type { Input, Output } from '../../../src-main/common/contract/commands.ts';
import type { SourceId, Warning } from '../../../src-main/common/contract/entities.ts';
import { EXPORT_LAYOUTS } from '../../../src-main/common/contract/export-formats.ts';
import type { ErrorValue } from '../../../src-main/common/contract/errors.ts';
import type { AppState } from '../../state/app.svelte.ts';
import type { ExportScope } from '../../state/routes.ts';
import { type Download, bundleFiles } from './bundle.ts';
import { type ExportForm, formFor, refuseExport, scopeInput } from './scope.ts';
import { TemplateState } from './template.svelte.ts';

export type Preview = Output<'export.preview'>;
export type Exported = Output<'export.run'>;

export class ExportState {
  readonly template: TemplateState;
  #form = $state.raw<ExportForm>(formFor(undefined));
  #preview = $state.raw<Preview | null>(null);
  #preparing = $state(false);
  #error = $state.raw<ErrorValue | null>(null);
  /** Which file's text is looked at. */
  #file = $state<string | null>(null);
  #running = $state.raw<AbortController | null>(null);
  #progress = $state.raw<{ readonly done: number; readonly total: number | null } | null>(null);
  /** What the last export could not carry. */
  #warnings = $state.raw<readonly Warning[]>([]);
  /** A target that is there already: exporting to it again replaces it. */
  #occupied = $state<string | null>(null);

  constructor(
    private readonly app: AppState,
    scope: ExportScope | undefined,
    private readonly download: (download: Download) => void = offerDownload,
  ) {
    this.#form = formFor(scope);
    this.template = new TemplateState(app, () => this.#form.format);
  }

  get form(): ExportForm {
    return this.#form;
  }
  /** Null until the first preview is there, and while nothing is chosen. */
  get preview(): Preview | null {
    return this.#preview;
  }
  get preparing(): boolean {
    return this.#preparing;
  }
  get busy(): boolean {
    return this.#running !== null;
  }
  get progress(): { readonly done: number; readonly total: number | null } | null {
    return this.#progress;
  }
  get error(): ErrorValue | null {
    return this.#error;
  }
  get occupied(): string | null {
    return this.#occupied;
  }
  get refusal(): ReturnType<typeof refuseExport> {
    return refuseExport(this.#form);
  }
  /** Of what is being put together, and of what was exported of it. */
  get warnings(): readonly Warning[] {
    const known = this.#preview?.warnings ?? [];
    const codes = new Set(this.#warnings.map(({ code }) => code));
    return [...known.filter(({ code }) => !codes.has(code)), ...this.#warnings];
  }
  /** Files are written where the host chooses and writes; elsewhere the page offers a download. */
  get writes(): boolean {
    return this.app.can('native-dialogs') && this.app.can('write-exports');
  }
  get isSingle(): boolean {
    return EXPORT_LAYOUTS[this.#form.format] === 'file';
  }
  /** Nothing in the notebook is in this scope: the files would say only that. */
  get empty(): boolean {
    return this.#preview?.warnings.some(({ code }) => code === 'empty-scope') ?? false;
  }
  get ready(): boolean {
    return this.#preview !== null && !this.empty && !this.busy && this.refusal === null && !this.#error;
  }
  /** What the file, or the download, will be called. */
  get fileName(): string {
    if (this.#form.format === 'archive')
      return `${this.app.notebook?.name ?? this.app.t.export.bundleName}.zip`;
    const [first] = this.#preview?.files ?? [];
    if (this.isSingle && first !== undefined) return first.path.slice(first.path.lastIndexOf('/') + 1);
    return `${this.app.t.export.bundleName}.zip`;
  }

  change(change: Partial<ExportForm>): void {
    this.#form = { ...this.#form, ...change };
    this.#occupied = null;
    this.#warnings = [];
    this.#file = null;
  }

  toggleSource(id: SourceId): void {
    const { sources } = this.#form;
    this.change({ sources: sources.includes(id) ? sources.filter((one) => one !== id) : [...sources, id] });
  }

  show(file: string): void {
    this.#file = file;
  }

  /** Prepares what the form now asks for. @returns a function that gives it up */
  prepare(): () => void {
    const stopping = new AbortController();
    if (this.refusal === null) void this.#prepare(stopping.signal);
    else this.#preview = null;
    return () => stopping.abort();
  }

  async #prepare(signal: AbortSignal): Promise<void> {
    const file = this.#file;
    const input = { ...this.#input(), ...(file === null ? {} : { file }) };
    this.#preparing = true;
    const answer = await this.app.client.call('export.preview', input, { signal });
    if (signal.aborted) return;
    this.#preparing = false;
    this.#error = answer.ok ? null : answer.error;
    // While a template is being written, what it last gave stays beside what is wrong with it now.
    if (answer.ok) this.#preview = answer.value;
    else if (this.template.fault(answer.error) === null) this.#preview = null;
  }

  #input(): Input<'export.preview'> {
    const { body } = this.template;
    return {
      ...scopeInput(this.#form),
      format: this.#form.format,
      locale: this.app.locale,
      ...(body === null ? {} : { template: body }),
    };
  }

  /** Writes the files where the user says, or offers them as a download; a notice says which. */
  async export(): Promise<void> {
    if (!this.ready) return;
    if (this.writes) await this.#choose();
    else await this.#offer();
  }

  cancel(): void {
    this.#running?.abort();
  }

  /** Writes over the target that was there. */
  async replace(): Promise<void> {
    const target = this.#occupied;
    if (target !== null && !this.busy) await this.#write(target, true);
  }

  async #choose(): Promise<void> {
    const answer = await this.app.call('host.choose', {
      purpose: this.isSingle ? 'export-file' : 'export-folder',
      suggestion: this.isSingle ? this.fileName : this.app.t.export.bundleName,
    });
    // A dialog for a file has already asked before it gives one that exists.
    if (answer !== null && answer.path !== null) await this.#write(answer.path, this.isSingle);
  }

  async #write(out: string, force: boolean): Promise<void> {
    const exported = await this.#run({ out, force });
    if (exported) this.#say(this.app.t.export.written(exported.files.length, out));
  }

  async #offer(): Promise<void> {
    const exported = await this.#run({});
    if (!exported) return;
    const files = exported.files.map(({ path, content, data }) => ({ path, content: data ?? content ?? '' }));
    const download = bundleFiles(files, this.app.t.export.bundleName);
    this.download(download);
    this.#say(this.app.t.export.downloaded(download.name));
  }

  /** Null where it was cancelled or could not be done, which was then said. */
  async #run(target: { readonly out?: string; readonly force?: boolean }): Promise<Exported | null> {
    const running = new AbortController();
    this.#running = running;
    this.#progress = null;
    const onProgress = (done: number, total: number | null): void => {
      this.#progress = { done, total };
    };
    const { signal } = running;
    const answer = await this.app.client.call(
      'export.run',
      { ...this.#input(), ...target },
      { signal, onProgress },
    );
    this.#running = null;
    this.#occupied = !answer.ok && answer.error.code === 'target-exists' ? (target.out ?? null) : null;
    this.#warnings = answer.ok ? answer.value.warnings : [];
    if (answer.ok) return answer.value;
    if (answer.error.code === 'cancelled') this.#say(this.app.t.export.cancelled);
    else if (this.#occupied === null) this.app.showError(answer.error);
    return null;
  }

  #say(text: string): void {
    this.app.notices.show({ kind: 'info', text });
  }
}

/** The address is kept for a while: a browser may read it only after the click has returned. */
const KEEP_MS = 60_000;

function offerDownload({ name, mediaType, bytes }: Download): void {
  const url = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
