/** What an archive of a notebook would hold, told without making it. */
import type { Output } from '../../../common/contract/commands.ts';
import type { Reader } from '../../storage/connection.ts';
import { BLOB_TABLE, countRows, listWholeTables } from '../../storage/whole-tables.ts';
import { dataPath, MANIFEST, README } from './layout.ts';
import { archiveReadme } from './readme.ts';

type Contents = Pick<Output<'export.preview'>, 'files' | 'text'>;

export function archiveContents(reader: Reader): Contents {
  const tables = listWholeTables(reader);
  const content = archiveReadme(tables);
  const rows = tables.map((table) => ({ name: table.name, count: countRows(reader, table) }));
  const originals =
    reader.get<{ bytes: number }>('SELECT coalesce(sum(size), 0) AS bytes FROM blob')?.bytes ?? 0;
  const things = rows.find(({ name }) => name === BLOB_TABLE)?.count ?? 0;
  return {
    files: [
      { path: README, bytes: new TextEncoder().encode(content).length, things: null },
      { path: MANIFEST, bytes: null, things: null },
      ...rows
        .filter(({ count }) => count > 0)
        .map(({ name, count }) => ({ path: dataPath(name, 1), bytes: null, things: count })),
      ...(things > 0 ? [{ path: 'originals/', bytes: originals, things }] : []),
    ],
    text: { path: README, content, isCut: false },
  };
}
