/** One state of a notebook, for reading that takes its time: what is written meanwhile is not seen, nor kept waiting. */
import { connect, type Notebook, type Reader } from './connection.ts';

export interface LongReading {
  readonly reader: Reader;
  close(): void;
}

/** A connection of its own: the notebook's would take part in whatever is written through it. */
export function startLongReading({ path }: Notebook): LongReading {
  const connection = connect(path, { create: false, readOnly: true });
  try {
    connection.database.exec('BEGIN');
    // Only the first read chooses the state.
    connection.reader.get('SELECT count(*) FROM sqlite_schema');
  } catch (error) {
    connection.close();
    throw error;
  }
  return {
    reader: connection.reader,
    close: () => {
      connection.close();
    },
  };
}
