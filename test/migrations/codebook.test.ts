import { describe, expect, it } from 'vitest';
import { openTestEngine } from '../support/engine.ts';
import { NotebookBuilder } from '../support/notebook-builder.ts';

describe('the codebook of the schema', () => {
  it('has each name once among live tags and aliases, and any number of times in the trash', () => {
    const builder = NotebookBuilder.temporary();
    const row = { meaning: '', color: null, parent_id: null, guid: null, created_at: 1 };
    const add = (id: string, deleted_at: number | null): void =>
      builder.edit((edit) => {
        edit.insert('tag', { id, name: 'a', name_key: 'a', ...row, deleted_at });
      });
    add('1', 1);
    add('2', 2);
    add('3', null);
    expect(() => add('4', null)).toThrow(/UNIQUE/);
    const alias = (id: string): void =>
      builder.edit((edit) => {
        edit.insert('tag_alias', {
          id,
          tag_id: '3',
          name: 'b',
          name_key: 'b',
          created_at: 1,
          deleted_at: null,
        });
      });
    alias('1');
    expect(() => alias('2')).toThrow(/UNIQUE/);
  });

  it('is read without end where another program made a circle', async () => {
    const builder = NotebookBuilder.temporary();
    builder.edit((edit) => {
      const row = { meaning: '', color: null, guid: null, created_at: 1, deleted_at: null };
      for (const id of ['1', '2', '3'])
        edit.insert('tag', { id, name: id, name_key: id, parent_id: null, ...row });
      edit.update('tag', '1', { parent_id: '2' });
      edit.update('tag', '2', { parent_id: '1' });
      edit.update('tag', '3', { parent_id: '2' });
    });
    const engine = openTestEngine(builder.path);
    await engine.run('note.add', { title: 'N', body: 'x', tags: ['3'] });
    const { tags } = await engine.run('tag.list', {});
    expect(tags.map(({ name, parent, within }) => [name, parent, within])).toEqual([
      ['1', null, 0],
      ['2', null, 1],
      ['3', '2', 1],
    ]);
    expect((await engine.run('search.query', { query: 'tag:3', tag: '2' })).total).toBe(1);
  });
});
