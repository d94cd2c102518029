/** What an evidence pack holds, computed again without its own script. */
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { bytesOf, openTestEngine } from '../../support/engine.ts';

const hash = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

async function makePage(locale: 'en' | 'fr' = 'en'): Promise<string> {
  const { run } = openTestEngine();
  const text = 'The plant </script><script>alert(1)</script>\n\nIt will cost 412 million euros & more.';
  const { id } = await run('source.import', { bytes: bytesOf(text), fileName: 'plant.txt' });
  const { excerpt } = await run('excerpt.add', { source: id, quote: '412 million', note: '</script><b>' });
  const { claim } = await run('claim.add', {
    statement: 'It costs <412> million.',
    evidence: [{ excerpt: excerpt.id, stance: 'supports' }],
  });
  await run('claim.verify', { id: claim.id, reason: 'The contract.' });
  await run('claim.dispute', { id: claim.id, reason: 'Another one.' });
  const { files } = await run('export.run', { format: 'evidence', locale });
  return files[0]?.content ?? '';
}

function block(page: string, id: string): string {
  return new RegExp(`<script type="[^"]*" id="${id}">([^<]*)</script>`).exec(page)?.[1] ?? '';
}

interface LooseRecord {
  sources: {
    text: string;
    textSha256: string;
    original: string;
    quotations: { start: number; end: number; exact: string }[];
  }[];
  claims: { id: string; verdicts: { at: string; status: string; reason: string; sha256: string }[] }[];
}

it('encloses the captured bytes under their hash, and quotations at their offsets', async () => {
  const page = await makePage();
  const { sources, claims } = JSON.parse(block(page, 'record')) as LooseRecord;
  const [source] = sources;
  expect(hash(Buffer.from(block(page, `original-${source?.original}`), 'base64'))).toBe(source?.original);
  expect(hash(source?.text ?? '')).toBe(source?.textSha256);
  const [quotation] = source?.quotations ?? [];
  expect(source?.text.slice(quotation?.start, quotation?.end)).toBe('412 million');
  let before = claims[0]?.id ?? '';
  for (const { at, status, reason, sha256 } of claims[0]?.verdicts ?? []) {
    before = hash(JSON.stringify([before, at, status, reason]));
    expect(sha256).toBe(before);
  }
  expect(claims[0]?.verdicts).toHaveLength(2);
});

it('shows the seal of its record, and allows its one script and style by their hashes', async () => {
  const page = await makePage('fr');
  expect(page).toContain(`<code id="seal">${hash(block(page, 'record'))}</code>`);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
  const inside = (tag: string): string => new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(page)?.[1] ?? '';
  for (const [directive, tag] of [
    ['script-src', 'script'],
    ['style-src', 'style'],
  ] as const) {
    const sha256 = createHash('sha256').update(inside(tag)).digest('base64');
    expect(policy).toContain(`${directive} 'sha256-${sha256}'`);
  }
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain('unsafe');
  expect(page).toContain('Ce que la vérification prouve');
});
