/** The report as one page without scripts, fonts or addresses: it says the same wherever it is opened. */
import { DRAFT_VERDICTS, type Finding } from '../../state/draft-findings.ts';
import { cutDifferences } from './differences.ts';
import { cutDraft, type Run } from './marked-text.ts';
import { headOf, type Report } from './report-head.ts';
import { slugOf } from './slugs.ts';

const STYLE = `:root{color-scheme:light dark;--ok:light-dark(#2a6a3f,#8bc99c);--warn:light-dark(#835408,#e2b566);--no:light-dark(#9d3122,#f0a08f);--other:light-dark(#7150b8,#b39ce8)}
body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1rem/1.6 Charter,Georgia,serif}
h1{font-size:1.7rem;line-height:1.2}h2{margin-top:2.2rem;font-size:1.2rem}
.draft{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}
.m,footer{color:light-dark(#69645a,#9f988c);font-size:.9rem}
.is-exact,.is-found{--c:var(--ok);--s:solid}.is-altered,.is-differs{--c:var(--warn);--s:wavy}
.is-other-speaker{--c:var(--other);--s:dashed}.is-not-found{--c:var(--no);--s:dotted}
.mark{color:inherit;text-decoration:underline 2px var(--s) var(--c);text-underline-offset:4px}
.differs,ins,mark{background:color-mix(in srgb,var(--c) 18%,transparent);color:inherit}
sup,b.v{color:var(--c);font:600 .75rem/1 system-ui,sans-serif}b.v{font-size:.9rem}
ins{text-decoration:none;font-weight:600;padding:0 .15em;margin-left:.15em}del{color:var(--c)}
ol{padding-left:1.5rem}li{margin:1.2rem 0;break-inside:avoid}blockquote{margin:.3rem 0;padding-left:.8rem;border-left:2px solid var(--c);overflow-wrap:anywhere}
ul{padding:0;list-style:none;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem}`;

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('\0', '\uFFFD');

export function writePage(report: Report): string {
  const { t, locale, findings, text, counts } = report;
  const numbers = new Map(findings.map(({ key }, at) => [key, at + 1]));
  const summary = DRAFT_VERDICTS.filter((verdict) => counts[verdict] > 0)
    .map(
      (verdict) =>
        `<li class="${slugOf(verdict)}"><b class="v">${escape(t.verdicts[verdict])}</b> ${counts[verdict]}</li>`,
    )
    .join('');
  const draft = cutDraft(text, findings)
    .flatMap(({ runs }) => runs.map((run) => writeRun(run, numbers)))
    .join('');
  const items = findings.map((finding, at) => writeFinding(finding, at + 1, report)).join('\n');
  const { title, draft: own, findings: found, how } = t.report;
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title><style>${STYLE}</style></head><body>
<h1>${escape(title)}</h1><p class="m">${escape(headOf(report))}</p>
<ul>${summary}</ul>
<h2>${escape(own)}</h2><div class="draft">${draft}</div>
<h2>${escape(found)}</h2><ol>
${items}
</ol>
<footer><p>${escape(how)}</p></footer></body></html>
`;
}

function writeRun(run: Run, numbers: ReadonlyMap<string, number>): string {
  const finding = run.figure ?? run.quotation;
  if (!finding) return escape(run.text);
  const look = `mark ${slugOf(finding.verdict)}${run.was === null ? '' : ' differs'}`;
  const words = run.text === '' ? '‸' : escape(run.text);
  const ends = run.ends.map(
    ({ key, verdict }) =>
      `<sup class="${slugOf(verdict)}"><a class="mark" href="#f${numbers.get(key) ?? 0}">${numbers.get(key) ?? ''}</a></sup>`,
  );
  return `<span class="${look}">${words}</span>${ends.join('')}`;
}

function writeFinding(finding: Finding, number: number, { t }: Report): string {
  const { place, speaker, said, verdict } = finding;
  const words = (cutDifferences(finding) ?? [{ text: finding.text, was: null }])
    .map(({ text, was }) =>
      was === null
        ? escape(text)
        : `<del>${escape(text)}</del>${was === '' ? '' : `<ins>${escape(was)}</ins>`}`,
    )
    .join('');
  const who = speaker !== null && said !== null ? `<p>${escape(t.speakers(speaker, said))}</p>` : '';
  const from = [place?.title, place?.byline, place?.site].filter(Boolean);
  const source = place
    ? `<p class="m">${escape(t.report.named(t.inSource, from.join(', ')))}</p><blockquote dir="auto">${escape(place.before)}<mark>${escape(place.words)}</mark>${escape(place.after)}</blockquote>`
    : '';
  return `<li id="f${number}" class="${slugOf(verdict)}"><b class="v">${escape(t.report.named(t.kinds[finding.kind], t.verdicts[verdict]))}</b>
<blockquote dir="auto">${words}</blockquote>${who}${source}</li>`;
}
