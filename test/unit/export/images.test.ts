import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { bytesOf, openTestEngine } from '../../support/engine.ts';
import { makePng, toDataUri } from '../../support/images.ts';
import { tempFolder } from '../../support/temp.ts';

const PROSE = 'The plant stands on the coast, and its membranes were made in three towns at once. '.repeat(
  12,
);
const map = makePng({ width: 640, height: 400 });
const mapHash = createHash('sha256').update(map).digest('hex');
const drawing = (inner: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30">${inner}</svg>`);

async function notebookWith(...pictures: readonly (readonly [Buffer, string])[]) {
  const engine = openTestEngine();
  const figures = pictures.map(
    ([bytes, type]) =>
      `<figure><img alt="A &quot;map&quot; [1](x)" src="${toDataUri(bytes, type)}"><figcaption>The *coast*</figcaption></figure>`,
  );
  const html = `<title>Plant</title><article><h1>Plant</h1><p>${PROSE}</p>${figures.join('')}<p>${PROSE}</p></article>`;
  await engine.run('source.import', { bytes: bytesOf(html), fileName: 'a.html' });
  return engine;
}

describe('pictures in an export', () => {
  it('stand in the page itself, with their size and description', async () => {
    const { run } = await notebookWith([map, 'image/png']);
    const { files, warnings } = await run('export.run', { format: 'html' });
    const { document } = parseHTML(files[0]?.content ?? '');
    const image = document.querySelector('article img');
    expect(image?.getAttribute('src')).toBe(toDataUri(map));
    expect(image?.getAttribute('alt')).toBe('A "map" [1](x)');
    expect([image?.getAttribute('width'), image?.getAttribute('height')]).toEqual(['640', '400']);
    expect(document.querySelector('figcaption')?.textContent).toBe('The *coast*');
    expect(warnings).toEqual([]);
  });

  it('lie beside the notes in Markdown, once each, and are named in them', async () => {
    const { run } = await notebookWith([map, 'image/png'], [map, 'image/png']);
    const out = join(tempFolder(), 'notes');
    const { files } = await run('export.run', { format: 'markdown', out });
    const path = `images/${mapHash}.png`;
    expect(files.map((file) => file.path).filter((name) => name.includes('images/'))).toEqual([
      `${out}/${path}`,
    ]);
    expect(readFileSync(join(out, path)).equals(map)).toBe(true);
    const note = readFileSync(join(out, 'Plant.md'), 'utf8');
    expect(note).toContain(`## Pictures\n\n![A "map" \\[1\\](x)](${path})\n\nThe \\*coast\\*`);
  });

  it('come back as bytes where nothing is written', async () => {
    const { run } = await notebookWith([map, 'image/png']);
    const { files } = await run('export.run', { format: 'markdown' });
    const image = files.find(({ path }) => path.startsWith('images/'));
    expect(image).toMatchObject({ content: null, bytes: map.length, sha256: mapHash });
    expect(Buffer.from(image?.data ?? []).equals(map)).toBe(true);
    expect(files.filter(({ data }) => data === null).every(({ content }) => content !== null)).toBe(true);
  });

  it.each([
    '<script>alert(1)</script>',
    '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    '<rect onclick="alert(1)"/>',
    '<a href="javascript:alert(1)"><rect/></a>',
    '<foreignObject><p/></foreignObject>',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    '<a href="&#x6a;avascript:alert(1)"><rect/></a>',
    '<a href="java&#10;script:alert(1)"><rect/></a>',
    '<s\x1b(Bcript>alert(1)</s\x1b(Bcript>',
    '<image href="https://tracker.example/a.png"/>',
    '<style>@import "https://tracker.example/a.css";</style>',
    '<rect style="fill: url(https://tracker.example/a.svg#b)"/>',
  ])('are no files where a drawing holds more than a drawing: %s', async (inner) => {
    const { run } = await notebookWith(
      [drawing(inner), 'image/svg+xml'],
      [drawing('<rect/>'), 'image/svg+xml'],
    );
    const { files, warnings } = await run('export.run', { format: 'markdown' });
    const drawings = files.filter(({ path }) => path.startsWith('images/'));
    expect(drawings.map(({ data }) => Buffer.from(data ?? []).toString())).toEqual([
      drawing('<rect/>').toString(),
    ]);
    expect(warnings.map(({ code }) => code)).toEqual(['images-left-out-1']);
  });
});
