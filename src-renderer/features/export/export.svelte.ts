/** The export being put together: the form, its live preview, and where it goes. */
import type { Output } from '../../../src-main/common/contract/commands.ts';
import type { SourceId } from '../../../src-main/common/contract/entities.ts';
import type { ErrorValue } from '../../../src-main/common/contract/errors.ts';
import type { AppState } from '../../state/app.svelte.ts';
import { type Download, bundleFiles } from './bundle.ts';
import { type ExportForm, exportInput, refuseExport } from './scope.ts';

export type Exported = Output<'export.run'>;

export class ExportState {
  #form = $state.raw<ExportForm>({
    scope: 'all',
    sources: [],
    tag: null,
    status: 'verified',
    format: 'markdown',
  });
  #result = $state.raw<Exported | null>(null);
  #preparing = $state(false);
  #busy = $state(false);
  #error = $state.raw<ErrorValue | null>(null);
  /** A target that is there already: exporting to it again replaces it. */
  #occupied = $state<string | null>(null);

  constructor(
    private readonly app: AppState,
    sources: readonly SourceId[],
    private readonly download: (download: Download) => void = offerDownload,
  ) {
    if (sources.length > 0) this.#form = { ...this.#form, scope: 'sources', sources };
  }

  get form(): ExportForm {
    return this.#form;
  }
  /** Null until the first preview is there, and while nothing is chosen. */
  get result(): Exported | null {
    return this.#result;
  }
  get preparing(): boolean {
    return this.#preparing;
  }
  get busy(): boolean {
    return this.#busy;
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
  /** Files are written where the host chooses and writes; elsewhere the page offers a download. */
  get writes(): boolean {
    return this.app.can('native-dialogs') && this.app.can('write-exports');
  }
  /** Nothing in the notebook is in this scope: the files would say only that. */
  get empty(): boolean {
    return this.#result?.warnings.some(({ code }) => code === 'empty-scope') ?? false;
  }
  get ready(): boolean {
    return this.#result !== null && !this.empty && !this.#busy && this.refusal === null;
  }
  /** What the download will be called. */
  get downloadName(): string {
    const files = this.#result?.files ?? [];
    const [first] = files;
    if (files.length === 1 && first !== undefined) return first.path.slice(first.path.lastIndexOf('/') + 1);
    return `${this.app.t.export.bundleName}.zip`;
  }

  change(change: Partial<ExportForm>): void {
    this.#form = { ...this.#form, ...change };
    this.#occupied = null;
  }

  toggleSource(id: SourceId): void {
    const { sources } = this.#form;
    this.change({ sources: sources.includes(id) ? sources.filter((one) => one !== id) : [...sources, id] });
  }

  /** Prepares what the form now asks for. @returns a function that gives it up */
  preview(): () => void {
    const stopping = new AbortController();
    if (this.refusal === null) void this.#prepare(stopping.signal);
    else this.#result = null;
    return () => stopping.abort();
  }

  async #prepare(signal: AbortSignal): Promise<void> {
    const input = exportInput(this.#form, this.app.locale);
    this.#preparing = true;
    const answer = await this.app.client.call('export.run', input, { signal });
    if (signal.aborted) return;
    this.#preparing = false;
    this.#error = answer.ok ? null : answer.error;
    this.#result = answer.ok ? answer.value : null;
  }

  /** Writes the files where the user says, or offers them as a download; a notice says which. */
  async export(): Promise<void> {
    if (!this.ready) return;
    this.#busy = true;
    if (this.writes) await this.#choose();
    else this.#offer();
    this.#busy = false;
  }

  /** Writes over the target that was there. */
  async replace(): Promise<void> {
    const target = this.#occupied;
    if (target === null || this.#busy) return;
    this.#busy = true;
    await this.#write(target, true);
    this.#busy = false;
  }

  async #choose(): Promise<void> {
    const single = this.#form.format === 'html';
    const answer = await this.app.call('host.choose', {
      purpose: single ? 'export-file' : 'export-folder',
      suggestion: single ? this.downloadName : this.app.t.export.bundleName,
    });
    // A dialog for a file has already asked before it gives one that exists.
    if (answer !== null && answer.path !== null) await this.#write(answer.path, single);
  }

  async #write(out: string, force: boolean): Promise<void> {
    const input = { ...exportInput(this.#form, this.app.locale), out, force };
    const answer = await this.app.client.call('export.run', input);
    this.#occupied = !answer.ok && answer.error.code === 'target-exists' ? out : null;
    if (answer.ok) this.#say(this.app.t.export.written(answer.value.files.length, out));
    else if (this.#occupied === null) this.app.showError(answer.error);
  }

  #offer(): void {
    const files = (this.#result?.files ?? []).map(({ path, content, data }) => ({
      path,
      content: data ?? content ?? '',
    }));
    const download = bundleFiles(files, this.app.t.export.bundleName);
    this.download(download);
    this.#say(this.app.t.export.downloaded(download.name));
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
