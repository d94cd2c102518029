import { describe, expect, it } from 'vitest';
import type { CaptureInput } from '../../../src-main/core/ports.ts';
import { capture, captureError } from './capture.ts';

interface Part {
  readonly headers: readonly string[];
  readonly body: string;
}

const html = (body: string, ...headers: readonly string[]): Part => ({
  headers: ['Content-Type: text/html', ...headers],
  body,
});

const HEAD = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://example.org/a?utm_source=x',
  'MIME-Version: 1.0',
];
const RELATED = 'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b"';

interface Archive {
  readonly head?: readonly string[];
  readonly type?: string;
  readonly end?: string;
}

function mhtml(
  parts: readonly Part[],
  { head = HEAD, type = RELATED, end = '\r\n----b--\r\n' }: Archive = {},
): string {
  const written = parts.map(({ headers, body }) => `\r\n----b\r\n${headers.join('\r\n')}\r\n\r\n${body}`);
  return `${[...head, type].join('\r\n')}\r\n\r\n${written.join('')}${end}`;
}

/** A character a byte, as such files are written. */
const take = (archive: string, options: Partial<CaptureInput> = {}) =>
  capture(Buffer.from(archive, 'latin1'), options);
const codes = ({ warnings }: Awaited<ReturnType<typeof capture>>) =>
  warnings.map(({ code }) => code).filter((code) => code !== 'whole-page');

const QUOTED = 'Content-Transfer-Encoding: quoted-printable';
const picture: Part = {
  headers: ['Content-Type: image/gif', 'Content-Transfer-Encoding: base64'],
  body: 'R0lGODlh',
};

describe('capture of MHTML', () => {
  it('takes the page, its title and the address that it was saved from', async () => {
    const page = '<html lang=3D"fr"><title>Un titre</title><p>Un =C3=A9t=C3=A9 tr=\r\n=C3=A8s long.</p>';
    const article = await take(mhtml([html(page, QUOTED), picture, html('<p>An advertisement in a frame.')]));
    expect(article).toMatchObject({
      kind: 'mhtml',
      mediaType: 'multipart/related',
      title: 'Un titre',
      url: 'https://example.org/a',
      site: 'example.org',
      text: 'Un été très long.',
    });
    expect(codes(article)).toEqual([]);
  });

  it('takes the page that the archive names, wherever it is, and resolves its links', async () => {
    const type = `${RELATED};\r\n\tstart="<root>"`;
    const page = html(
      '<p>The <a href="/x">page</a>',
      'Content-ID: <root>',
      'Content-Location: https://example.org/b',
    );
    const article = await take(mhtml([html('<p>Frame'), page], { head: ['MIME-Version: 1.0'], type }));
    expect(article.text).toBe('The page');
    expect(JSON.stringify(article.tree)).toContain('https://example.org/x');
  });

  it('reads base64, bytes as they are, and a page that is the whole file', async () => {
    const base64 = Buffer.from('<p>été')
      .toString('base64')
      .replace(/(.{3})/g, '$1\r\n');
    expect((await take(mhtml([html(base64, 'Content-Transfer-Encoding: base64')]))).text).toBe('été');
    expect((await take(mhtml([html('<p>8bit \xc3\xa9', 'Content-Transfer-Encoding: binary')]))).text).toBe(
      '8bit é',
    );
    const alone = `MIME-Version: 1.0\nContent-Type: text/html; charset="utf-8"\n${QUOTED}\n\n<p>=C3=A9t=C3=A9`;
    expect((await take(alone)).text).toBe('été');
  });

  it('finds a page within an alternative', async () => {
    const inner =
      '----i\r\nContent-Type: text/plain\r\n\r\nno\r\n----i\r\nContent-Type: text/html\r\n\r\n<p>yes\r\n----i--';
    const part = { headers: ['Content-Type: multipart/alternative; boundary=--i'], body: inner };
    expect((await take(mhtml([part, picture]))).text).toBe('yes');
  });

  it('believes the label of a page where its bytes allow it, and the bytes where they do not', async () => {
    const labelled = (charset: string, body: string): string =>
      mhtml([{ headers: [`Content-Type: text/html; charset=${charset}`, QUOTED], body }]);
    expect((await take(labelled('shift_jis', '<p>=93=FA=96=7B'))).text).toBe('日本');
    expect((await take(labelled('iso-8859-1', '<p>=C3=A9'))).text).toBe('é');
    expect((await take(labelled('utf-8', '<p>=E9t=E9'))).text).toBe('été');
    expect((await take(labelled('no-such-charset', '<p>=E9t=E9'))).text).toBe('été');
  });

  it('takes what there is of a page without a boundary or an end, and says so', async () => {
    const type = 'Content-Type: multipart/related; type="text/html"';
    const unnamed = await take(mhtml([html('<p>Text', QUOTED), picture], { type }));
    expect([unnamed.text, codes(unnamed)]).toEqual(['Text', ['page-incomplete']]);
    const cut = await take(mhtml([html('<p>Text that is cut o=', QUOTED)], { end: '' }));
    expect([cut.text, codes(cut)]).toEqual(['Text that is cut o=', ['page-incomplete']]);
  });

  it('finds the parts where the boundary that is named is empty or does not occur', async () => {
    for (const boundary of ['', 'another']) {
      const type = `Content-Type: multipart/related; boundary="${boundary}"`;
      const article = await take(mhtml([html('<p>Text of the page.</p>')], { type }));
      expect(article.text).toContain('Text of the page.');
      expect(codes(article)).toContain('page-incomplete');
    }
  });

  it('is told by its head, whatever its name, and nothing else is taken for it', async () => {
    expect((await take(mhtml([html('<p>x')]), { fileName: 'a.html' })).kind).toBe('mhtml');
    const mail = 'Subject: Hello\nMIME-Version: 1.0\nContent-Type: text/plain\n\nWords.';
    expect((await take(mail)).kind).toBe('text');
  });

  it.each([
    ['of pictures alone', mhtml([picture]), 'no-page'],
    ['of which only the head is there', `${HEAD.join('\r\n')}\r\n`, 'no-page'],
    ['whose page is empty', mhtml([html('')]), 'empty'],
    ['that only its name says to be one', 'Just words.', 'no-page'],
  ])('refuses one %s, with the reason', async (_, archive, reason) => {
    expect(await captureError(archive, { fileName: 'a.mhtml' })).toMatchObject({
      code: 'unreadable',
      details: { reason, fileName: 'a.mhtml' },
    });
  });

  it('survives 100,000 parts, boundaries within boundaries and 10,000 levels of elements', async () => {
    const many = mhtml(Array.from({ length: 100_000 }, () => ({ headers: ['X: y'], body: '' })));
    expect((await captureError(many, { fileName: 'a.mht' })).details).toMatchObject({ reason: 'no-page' });
    const nested = `${HEAD.join('\n')}\n${'Content-Type: multipart/related; boundary=b\n\n--b\n'.repeat(10_000)}`;
    expect((await captureError(nested, { fileName: 'a.mht' })).details).toMatchObject({ reason: 'no-page' });
    expect((await take(mhtml([html(`${'<div>'.repeat(10_000)}deep`)]))).text).toBe('deep');
  });
});
