/** What the checker found, as a file: a web page that needs nothing else, Markdown, or a table. */
import { writeTable } from '../../../src-main/common/csv-cells.ts';
import { DRAFT_VERDICTS, type Finding } from '../../state/draft-findings.ts';
import { cutDifferences } from './differences.ts';
import { headOf, type Report } from './report-head.ts';
import { writePage } from './report-html.ts';

export const REPORTS = {
  html: { extension: 'html', mediaType: 'text/html', write: writePage },
  markdown: { extension: 'md', mediaType: 'text/markdown', write: writeMarkdown },
  csv: { extension: 'csv', mediaType: 'text/csv', write: writeCsv },
} as const satisfies Record<
  string,
  { readonly extension: string; readonly mediaType: string; readonly write: (report: Report) => string }
>;
export type ReportFormat = keyof typeof REPORTS;

/** The columns of `draft check`; what differs as « the draft’s words → the source’s », one after another. */
function writeCsv({ text, findings }: Report): string {
  const rows = findings.map((finding) => [
    finding.text,
    String(finding.start),
    String(finding.end),
    finding.verdict,
    finding.sourceId ?? '',
    finding.differs.map(({ start, end, was }) => `${text.slice(start, end)} → ${was}`).join('; '),
  ]);
  return writeTable([['text', 'start', 'end', 'verdict', 'sourceId', 'differs'], ...rows]);
}

function writeMarkdown(report: Report): string {
  const { t, findings, counts } = report;
  const summary = DRAFT_VERDICTS.filter((verdict) => counts[verdict] > 0).map(
    (verdict) => `- ${t.report.named(t.verdicts[verdict], String(counts[verdict]))}`,
  );
  const parts = findings.map((finding) => markdownOf(finding, report));
  return `${[`# ${t.report.title}`, headOf(report), summary.join('\n'), `## ${t.report.findings}`, ...parts, `*${t.report.how}*`].join('\n\n')}\n`;
}

function markdownOf(finding: Finding, { t }: Report): string {
  const { place, speaker, said } = finding;
  const words = (cutDifferences(finding) ?? [{ text: finding.text, was: null }])
    .map(({ text, was }) => {
      const plain = escapeMarkdown(text);
      if (was === null) return plain;
      const gone = plain.trim() === '' ? '' : `~~${plain}~~`;
      return `${gone}${was === '' ? '' : ` **${escapeMarkdown(was)}** `}`;
    })
    .join('');
  const lines = [
    `### ${t.report.named(t.kinds[finding.kind], t.verdicts[finding.verdict])}`,
    `> ${oneLine(words)}`,
    ...(speaker !== null && said !== null
      ? [t.speakers(escapeMarkdown(oneLine(speaker)), escapeMarkdown(oneLine(said)))]
      : []),
    ...(place
      ? [
          `${t.report.named(t.report.source, `**${escapeMarkdown(oneLine(place.title))}**`)}${[
            place.byline,
            place.site,
          ]
            .map((each) => (each === null ? '' : `, ${escapeMarkdown(oneLine(each))}`))
            .join('')}`,
          `> ${escapeMarkdown(oneLine(`${place.before}${place.words}${place.after}`))}`,
        ]
      : []),
  ];
  return lines.join('\n\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Nothing of a draft or a source is taken for Markdown or HTML. */
const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>()#+\-.!|~]/g, '\\$&');
