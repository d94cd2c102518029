/**
 * The draft that is being checked. It outlives the screen, so that going to a passage and back loses nothing; it is
 * the user's, and nothing of it is stored: it goes with the window.
 */
import { createContext } from 'svelte';
import type { Client } from '../../src-main/common/contract/client.ts';
import type { Input } from '../../src-main/common/contract/commands.ts';
import { type CheckedDraft, LARGEST_DRAFT } from '../../src-main/common/contract/drafts.ts';
import type { ErrorValue } from '../../src-main/common/contract/errors.ts';
import {
  countVerdicts,
  type Finding,
  type FindingFilter,
  isProblem,
  matchesFilter,
  stepFrom,
  toFindings,
  withSourceWords,
} from './draft-findings.ts';

export interface DraftFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Of a Word document most is not text. */
const LARGEST_FILE = 32 * LARGEST_DRAFT;
const TEXTS = /\.(?:txt|text|md|markdown|mkd)$|^[^.]*$/i;

export class DraftCheck {
  #text = $state('');
  #name = $state<string | null>(null);
  #answer = $state.raw<CheckedDraft | null>(null);
  #progress = $state.raw<{ readonly done: number; readonly total: number | null } | null>(null);
  #error = $state.raw<ErrorValue | null>(null);
  #editing = $state(true);
  #current = $state<string | null>(null);
  #asking: AbortController | null = null;
  filter = $state<FindingFilter>(null);
  /** Grows when the reader is to be taken to the current finding in the text. */
  #shown = $state(0);
  readonly findings: readonly Finding[] = $derived(this.#answer ? toFindings(this.#answer) : []);
  readonly listed: readonly Finding[] = $derived(
    this.findings.filter((finding) => matchesFilter(finding, this.filter)),
  );
  readonly counts = $derived(countVerdicts(this.findings));

  constructor(private readonly client: () => Pick<Client, 'call'>) {}

  /** The draft as it stands now, checked or not. */
  get text(): string {
    return this.#text;
  }
  /** Of the file that it was read from. */
  get name(): string | null {
    return this.#name;
  }
  /** Null until it was checked. */
  get answer(): CheckedDraft | null {
    return this.#answer;
  }
  /** Null while nothing is being checked. */
  get progress(): { readonly done: number; readonly total: number | null } | null {
    return this.#progress;
  }
  get error(): ErrorValue | null {
    return this.#error;
  }
  /** The text is a field; else it stands with its marks. */
  get editing(): boolean {
    return this.#editing;
  }
  get isEmpty(): boolean {
    return this.#text.trim() === '';
  }
  /** What was checked is not what stands there. */
  get stale(): boolean {
    return this.#answer !== null && this.#answer.text !== this.#text;
  }
  get current(): Finding | null {
    return this.findings.find(({ key }) => key === this.#current) ?? null;
  }
  get shown(): number {
    return this.#shown;
  }
  get problems(): number {
    return this.findings.filter(isProblem).length;
  }

  write(text: string): void {
    this.#text = text;
    this.#error = null;
  }

  edit(): void {
    this.cancel();
    this.#editing = true;
  }

  /** Back to the marks: only where the text is still the one that was checked. */
  leaveEditing(): void {
    if (this.#answer !== null && !this.stale) this.#editing = false;
  }

  /** A file as a draft: text is taken as it is, of other kinds what an importer reads. */
  async open({ fileName, bytes }: DraftFile): Promise<void> {
    if (bytes.length > LARGEST_FILE) {
      const details = { fileName, size: bytes.length, limit: LARGEST_FILE };
      this.#error = { code: 'too-large', message: 'The file is too large.', details, retryable: false };
      return;
    }
    this.clear();
    this.#name = fileName;
    const text = TEXTS.test(fileName) ? decode(bytes) : null;
    if (text !== null) this.#text = text;
    await this.#ask(text === null ? { file: { bytes, fileName } } : { text });
  }

  check(): Promise<void> {
    return this.#ask({ text: this.#text });
  }

  /** What is being checked is given up; what was known before stays. */
  cancel(): void {
    this.#asking?.abort();
    this.#asking = null;
    this.#progress = null;
  }

  clear(): void {
    this.cancel();
    this.#text = '';
    this.#name = null;
    this.#answer = null;
    this.#error = null;
    this.#editing = true;
    this.#current = null;
    this.filter = null;
  }

  /** Another notebook: the draft is the user's and stays, what was found in the last one does not. */
  forget(): void {
    this.cancel();
    this.#answer = null;
    this.#error = null;
    this.#current = null;
    this.#editing = true;
    this.filter = null;
  }

  choose(finding: Finding | null): void {
    this.#current = finding?.key ?? null;
    if (finding && !matchesFilter(finding, this.filter)) this.filter = null;
    this.#shown += 1;
  }

  /** The next finding that the filter leaves, or problem where it leaves all. @returns whether there is one */
  step(step: 1 | -1): boolean {
    const filter = this.filter ?? 'problems';
    const next = stepFrom(this.findings, this.#current, step, (finding) => matchesFilter(finding, filter));
    if (next) this.choose(next);
    return next !== null;
  }

  /** Puts the source's words in place of those that differ, and checks again. */
  async takeSourceWords({ differs }: Finding): Promise<void> {
    this.#text = withSourceWords(this.#text, differs);
    await this.check();
  }

  async #ask(input: Input<'draft.check'>): Promise<void> {
    this.cancel();
    const asking = new AbortController();
    this.#asking = asking;
    this.#error = null;
    this.#progress = { done: 0, total: null };
    const result = await this.client().call('draft.check', input, {
      signal: asking.signal,
      onProgress: (done, total) => {
        if (this.#asking === asking) this.#progress = { done, total };
      },
    });
    if (this.#asking !== asking) return;
    this.#asking = null;
    this.#progress = null;
    if (result.ok) this.#take(result.value);
    else if (result.error.code !== 'cancelled') this.#error = result.error;
  }

  /** What was looked at before stays in view: the same words, else what now stands nearest to them. */
  #take(answer: CheckedDraft): void {
    const before = this.current;
    this.#answer = answer;
    this.#text = answer.text;
    this.#editing = false;
    const near = before && this.findings.toSorted((a, b) => distance(a, before) - distance(b, before))[0];
    const next = near ?? this.findings.find(isProblem) ?? this.findings[0] ?? null;
    if (next && !matchesFilter(next, this.filter)) this.filter = null;
    this.choose(next);
  }
}

const distance = (one: Finding, other: Finding): number =>
  Math.abs(one.start - other.start) + (one.kind === other.kind ? 0 : 0.5);

/** Lines as a field has them. Null where it is no UTF-8 text: then an importer tells what it is. */
function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text.replace(/\r\n?/g, '\n');
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Set once by App, so that the draft is found as it was left. Do not destructure it. */
export const [useDraft, setDraft] = createContext<DraftCheck>();
