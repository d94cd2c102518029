import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS, openNotebook, SCHEMA_VERSION } from '../../src-main/core/storage/migrate.ts';
import { dumpSchema } from '../../src-main/core/storage/schema-dump.ts';
import { tempNotebook } from '../support/temp.ts';

const schemaFile = join(import.meta.dirname, '../../db/schema.sql');

function migratedSchema(): string {
  const notebook = openNotebook(tempNotebook(), { create: true });
  try {
    return dumpSchema(notebook.reader);
  } finally {
    notebook.close();
  }
}

describe('db/schema.sql', () => {
  it('is what the migrations make', () => {
    const schema = migratedSchema();
    // `npm run schema` runs this test to write the file anew.
    if (process.env['WRITE_SCHEMA'] === '1') writeFileSync(schemaFile, schema);
    expect(readFileSync(schemaFile, 'utf8').replaceAll('\r\n', '\n')).toBe(schema);
  });

  it('has only STRICT tables', () => {
    const tables = migratedSchema()
      .split(/;\n/)
      .filter((statement) => statement.trimStart().startsWith('CREATE TABLE'));
    expect(tables.length).toBeGreaterThan(10);
    expect(tables.filter((table) => !/\)\s*STRICT(?:, WITHOUT ROWID)?$/.test(table))).toEqual([]);
  });
});

describe('migrations', () => {
  it('have rising numbers that are multiples of ten', () => {
    const numbers = MIGRATIONS.map(({ number }) => number);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
    expect(numbers.filter((number) => number % 10 !== 0)).toEqual([]);
    expect(SCHEMA_VERSION).toBe(numbers.at(-1));
  });
});
