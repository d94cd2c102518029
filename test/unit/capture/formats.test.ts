/** Each kind of file, from its bytes through a real engine into a notebook and back. */
import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { FILE_KINDS, type FileKind } from '../../../src-main/common/contract/entities.ts';
import { SOURCE_FORMATS } from '../../../src-main/common/contract/source-formats.ts';
import { bytesOf, openTestEngine } from '../../support/engine.ts';
import { writePdf } from '../../support/pdf-writer.ts';
import { bookOf, chapterOf, docxOf, wordParagraph } from './archives.ts';

const TEXT = 'The strike lasted for forty days.';
const FILES: Readonly<Record<FileKind, Uint8Array>> = {
  html: bytesOf(`<!doctype html><title>Strike</title><p>${TEXT}`),
  text: bytesOf(TEXT),
  markdown: bytesOf(`# Strike\n\n${TEXT}`),
  mhtml: bytesOf(`MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>${TEXT}`),
  epub: bookOf({ chapters: { 'a.xhtml': chapterOf(`<p>${TEXT}</p>`) } }),
  docx: docxOf({ body: wordParagraph(TEXT) }),
  pdf: writePdf([{ texts: [{ text: TEXT, x: 72, y: 72 }] }]),
};

describe.each(FILE_KINDS)('a file of kind %s', (kind) => {
  const bytes = FILES[kind];

  it('is told by its bytes or its name, stored as it came, and searched', async () => {
    const { run, path } = openTestEngine();
    const { id, versionId } = await run('source.import', {
      bytes,
      fileName: `a.${SOURCE_FORMATS[kind].extensions[0]}`,
    });
    expect((await run('source.get', { id })).source).toMatchObject({ kind });
    expect(Buffer.from((await run('source.original', { version: versionId })).bytes).equals(bytes)).toBe(
      true,
    );
    const database = new Database(path, { readonly: true });
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(database.prepare('SELECT sha256, media_type FROM version').all()).toEqual([
      { sha256, media_type: SOURCE_FORMATS[kind].mediaType },
    ]);
    database.close();
    expect((await run('search.query', { query: 'forty' })).hits).toHaveLength(1);
    expect(await run('source.import', { bytes })).toMatchObject({ status: 'duplicate', duplicateOf: id });
  });

  it('is not taken for another kind without a refusal that says why', async () => {
    const { codeOf } = openTestEngine();
    for (const as of ['epub', 'docx', 'mhtml'] as const) {
      if (as !== kind) expect(await codeOf('source.import', { bytes, as })).toBe('unreadable');
    }
  });
});

it('takes at once a page that begins with any number of comments', async () => {
  const { run } = openTestEngine();
  const bytes = bytesOf(`${'<!-- a -->\n'.repeat(700)}<div>${TEXT}</div>`);
  expect((await run('source.import', { bytes, fileName: 'page' })).status).toBe('added');
});
