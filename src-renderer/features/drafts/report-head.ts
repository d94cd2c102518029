/** What a report is made of, and what stands at its head in every format. */
import { writeDate } from '../../messages/dates.ts';
import type { Messages } from '../../messages/index.ts';
import type { DraftVerdict, Finding } from '../../state/draft-findings.ts';

export interface Report {
  readonly text: string;
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  readonly counts: Readonly<Record<DraftVerdict, number>>;
  /** Of the file that the draft was read from. */
  readonly name: string | null;
  readonly t: Messages['drafts'];
  readonly locale: string;
  readonly notebook: string;
  /** ISO 8601. */
  readonly at: string;
}

export const headOf = ({ t, at, locale, notebook, name }: Report): string =>
  [name, t.report.on(writeDate(at, locale)), notebook && t.report.against(notebook)]
    .filter((part) => part !== null && part !== '')
    .join(', ');
