/** Exports as they really come: other devices, other spreadsheets, other encodings. */
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { parseLibrary } from '../../../../src-main/core/capture/libraries/libraries.ts';
import { readLabel } from '../../../../src-main/core/capture/libraries/kindle-labels.ts';
import { TWIN } from '../../../../src-main/core/capture/library-parts.ts';
import { bytesOf, openTestEngine } from '../../../support/engine.ts';
import { OMNIVORE, omnivoreOf } from './samples.ts';

function read(file: string | Uint8Array) {
  const bytes = typeof file === 'string' ? bytesOf(file) : file;
  const { format, items, leftOut } = parseLibrary({ bytes, fileName: 'export', now: '2025-08-13' });
  return { format, items: items.map((item) => item()), leftOut };
}

const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

describe('the line above a clipping', () => {
  it.each([
    [
      '- Your Highlight Location 449-449 | Added on Thursday, 25 April 13 23:45:11',
      'highlight',
      449,
      '2013-04-25T23:45:11',
    ],
    ['- Note Loc. 6260  | Added on Sunday, February 06, 2011, 10:03 AM', 'note', 6260, '2011-02-06T10:03:00'],
    [
      '- Votre surlignement à lʼemplacement 20-26 | Ajouté le Sunday, August 16, 2026 11:08:00 PM',
      'highlight',
      20,
      '2026-08-16T23:08:00',
    ],
    [
      '- Votre note sur la page 222 | Emplacement 3394 | Ajouté le lundi 17 juin 2013 à 20 h 19 min 15 s',
      'note',
      3394,
      '2013-06-17T20:19:15',
    ],
    [
      '- Votre signet sur la page 12 | Ajouté le vendredi 1er août 2025 à 09:12',
      'bookmark',
      12,
      '2025-08-01T09:12:00',
    ],
  ])('%s', (line, kind, start, time) => {
    const label = readLabel(line);
    expect(label).toMatchObject({ kind, start });
    expect(new Date(label.createdAt ?? 0).toISOString()).toBe(`${time}.000Z`);
  });

  it.each([
    ['- Ihre Notiz Position 9 | Hinzugefügt am Donnerstag, 25. April 2013 um 23:40:04 Uhr', 'note', 9],
    [
      '- Mi marcador en la página 222 | Posición 3393 | Añadido el lunes 17 de junio de 2013, 20:13:27',
      'bookmark',
      3393,
    ],
    ['- Le mie note a pagina 222 | Posizione 3395 | Aggiunto il lunedì 17 giugno 13, 20:23:44', 'note', 3395],
  ])('says in other languages what it is, and where: %s', (line, kind, start) => {
    expect(readLabel(line)).toMatchObject({ kind, start });
  });
});

describe('a note within a highlight', () => {
  const clipping = (kind: string, place: string, words: string) =>
    `Le Loyer (Jeanne Dupré)\r\n- Votre ${kind} à l’emplacement ${place} | Ajouté le lundi 17 juin 2013 20:19:15\r\n\r\n${words}\r\n==========\r\n`;

  it('hangs on it also where a highlight before was changed to begin after it', () => {
    const { items } = read(
      [
        clipping('surlignement', '5-5', 'Un.'),
        clipping('surlignement', '10-10', 'Deux.'),
        clipping('surlignement', '11-30', 'Trois.'),
        clipping('surlignement', '12-13', 'Quatre.'),
        clipping('surlignement', '14-16', 'Cinq.'),
        clipping('surlignement', '30-31', 'Trois. Et demi.'),
        clipping('note', '15', 'À voir'),
      ].join(''),
    );
    const { annotations = [], notes } = items[0] ?? {};
    expect(notes).toEqual([]);
    expect(annotations.flatMap(({ quote, note }) => (note === '' ? [] : [quote]))).toEqual(['Cinq.']);
  });
});

describe('a note that was written on, on the device', () => {
  const clipping = (words: string, place = 26) =>
    `Le Loyer (Jeanne Dupré)\r\n- Votre note à l’emplacement ${place} | Ajouté le lundi 17 juin 2013 20:19:15\r\n\r\n${words}\r\n==========\r\n`;

  it('comes over as it ended, and what was replaced is told', () => {
    const { items, leftOut } = read(
      clipping('À voir') + clipping('À voir, et à dire.') + clipping('À voir', 90),
    );
    expect(items[0]?.notes.map(({ body }) => body.split('\n')[0])).toEqual(['À voir, et à dire.', 'À voir']);
    expect(leftOut).toEqual([{ what: 'note', reason: 'replaced', count: 1, examples: ['À voir'] }]);
  });

  it('stays beside another of the same place that says something else', () => {
    const { items, leftOut } = read(clipping('Combien ?') + clipping('Depuis quand ?'));
    expect(items[0]?.notes).toHaveLength(2);
    expect(leftOut).toEqual([]);
  });
});

describe('a table', () => {
  const TABLE =
    'Highlight;Book Title;Book Author;Note\r\n"Les loyers, ""doublés""\r\nen dix ans; oui";Le Loyer;Jeanne Dupré;été\r\n';

  it.each([
    ['with semicolons, in Windows-1252', latin1(TABLE)],
    [
      'with tabs, in UTF-16',
      utf16(TABLE.replace('en dix ans; oui', 'en dix ans, oui').replaceAll(';', '\t')),
    ],
  ])('%s, is read by what its columns are called', (_name, file) => {
    const { format, items } = read(file);
    expect(format).toBe('readwise');
    expect(items[0]?.reference).toMatchObject({ title: 'Le Loyer', byline: 'Jeanne Dupré' });
    expect(items[0]?.annotations[0]?.quote).toMatch(/^Les loyers, "doublés"\r?\nen dix ans[;,] oui$/);
    expect(items[0]?.annotations[0]?.note).toBe('été');
  });

  it.each([
    ['readwise', 'Book Title,Highlight\nA,Some words.\n'],
    ['pocket', 'url,title,tags,time_added,status\nhttps://example.org/a,A,x|y,1500000000,unread\n'],
    ['instapaper', 'Title,URL,Folder,Selection\nA,https://example.org/a,Unread,\n'],
  ])('of %s may have its columns in another order', (format, text) => {
    expect(read(text)).toMatchObject({ format, items: [{ reference: { title: 'A' } }] });
  });
});

describe('the same words marked twice', () => {
  it('are looked for where they stand, not among all highlights of a book', () => {
    const database = new Database(':memory:');
    database.exec(readFileSync(new URL('../../../../db/schema.sql', import.meta.url), 'utf8'));
    const plan = database.prepare(`EXPLAIN QUERY PLAN ${TWIN}`).all(1, 1, 1, 1, '', '') as {
      detail: string;
    }[];
    database.close();
    expect(plan.map(({ detail }) => detail).join('\n')).toContain(
      'excerpt_source (source_id=? AND start_offset=?)',
    );
  });
});

describe('an archive', () => {
  const refusal = async (bytes: Uint8Array) => {
    const { engine } = openTestEngine();
    const input = { bytes, fileName: 'export.zip' };
    return engine.call({ id: 'c', name: 'source.import', input });
  };

  it.each([
    ['that is cut off is said to be damaged', OMNIVORE.subarray(0, OMNIVORE.length / 2), 'broken-zip'],
    [
      'that is no library is to be unpacked',
      omnivoreOf({ 'part_000000.csv': 'title,url,time_added' }),
      'packed',
    ],
  ])('%s', async (_name, bytes, reason) => {
    expect(await refusal(bytes)).toMatchObject({
      ok: false,
      error: { code: 'unreadable', details: { reason } },
    });
  });
});
