/**
 * An evidence pack: the page of the export, with all that it rests on as data within it (captured bytes, texts,
 * quotations with offsets, verdicts) and one small script that computes every hash anew. No other file, no network, and
 * a policy that names the script and the style by their hashes.
 */
import { createHash } from 'node:crypto';
import type { ExportData, ExportOriginals, RenderedPieces } from '../model.ts';
import { composePage, pagePath, pageStyle, renderParts } from '../html/html.ts';
import { escapeHtml } from '../html/text.ts';
import type { ExportWords } from '../words.ts';
import check from './check-page.js?raw';
import style from './evidence.css?raw';
import { makeRecord } from './record.ts';
import { EVIDENCE_WORDS, type EvidenceWords } from './words.ts';

const script = `\n${check.trim()}\n`;
const policy = [
  "default-src 'none'",
  `script-src 'sha256-${base64Hash(script)}'`,
  `style-src 'sha256-${base64Hash(pageStyle(style))}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export function renderEvidence(
  data: ExportData,
  words: ExportWords,
  originals: ExportOriginals,
): RenderedPieces[] {
  const made = renderParts(data, words);
  // Looked at twice: what is said of a part stands before it.
  const parts = { ...made, sources: [...made.sources] };
  const { record, enclosed } = makeRecord(data, parts, originals);
  const json = scriptText(record);
  const seal = createHash('sha256').update(json).digest('hex');
  const own = EVIDENCE_WORDS[words.locale];
  function* end(): Generator<string> {
    yield `<script type="application/json" id="record">${json}</script>
<script type="application/json" id="words">${scriptText(own.check)}</script>
`;
    for (const [sha256, bytes] of enclosed) {
      const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
      yield `<script type="application/octet-stream" id="original-${sha256}">${base64}</script>\n`;
    }
    yield `<script>${script}</script>\n`;
  }
  const frame = { policy, style, front: frontHtml(seal, own), end: end() };
  return [{ path: pagePath(data, words), pieces: composePage(data, words, parts, frame) }];
}

function frontHtml(
  seal: string,
  { title, byHand, seal: sealWords, proves, provesNot, noScript }: EvidenceWords,
): string {
  const list = (items: readonly string[]): string =>
    `<ul>${items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
  return `<section class="proof">
<h2>${escapeHtml(title)}</h2>
<p id="verdict" role="status">${escapeHtml(noScript)}</p>
<details id="findings" hidden><summary></summary><ul></ul></details>
<p>${escapeHtml(sealWords)}<br><code id="seal">${seal}</code></p>
<h3>${escapeHtml(proves.title)}</h3>${list(proves.items)}
<h3>${escapeHtml(provesNot.title)}</h3>${list(provesNot.items)}
<p>${escapeHtml(byHand)}</p>
</section>
`;
}

/** JSON that no parser of HTML takes for markup. */
function scriptText(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function base64Hash(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
