import { beforeEach, describe, expect, it } from 'vitest';
import type { ExcerptId, SourceId } from '../../../src-main/common/contract/entities.ts';
import { bytesOf, openTestEngine, type TestEngine } from '../../support/engine.ts';

let app: TestEngine;
let source: SourceId;
let excerpt: ExcerptId;

beforeEach(async () => {
  app = openTestEngine();
  const text = 'The plant\nIt costs 412 million euros, the council says.';
  const imported = { bytes: bytesOf(text), fileName: 'plant.txt', tags: ['energy'] };
  source = (await app.run('source.import', imported)).id;
  const quoted = { source, quote: '412 million euros', tags: ['cost', 'energy'] };
  excerpt = (await app.run('excerpt.add', quoted)).excerpt.id;
  await app.run('claim.add', { statement: 'It costs 412 million.', tags: ['cost', 'price'] });
  await app.run('note.add', { title: 'Ask', body: 'the council', tags: ['cost'] });
});

/** All that a tag shows in: the codebook, what carries what, and what is found by it. */
async function look(): Promise<unknown> {
  const { tags } = await app.run('tag.list', {});
  const uses = await Promise.all(
    tags.map(async ({ name }) => [name, (await app.run('tag.uses', { tag: name })).uses.map(({ id }) => id)]),
  );
  const found = await Promise.all(
    ['tag:cost', 'tag:price', 'tag:energy', 'tag:money'].map(async (query) =>
      (await app.run('search.query', { query })).hits.map(({ id }) => id).sort(),
    ),
  );
  return { tags, uses, found };
}

async function tagNamed(name: string) {
  return (await app.run('tag.list', {})).tags.find((tag) => tag.name === name);
}

describe('undo and redo', () => {
  it.each<[string, () => Promise<unknown>]>([
    [
      'a new tag',
      () =>
        app.run('tag.add', {
          name: 'harbour',
          parent: 'cost',
          meaning: 'M',
          color: 'blue',
          aliases: ['dock'],
        }),
    ],
    ['meaning and aliases', () => app.run('tag.edit', { tag: 'cost', meaning: 'Money', aliases: ['money'] })],
    ['a new name', () => app.run('tag.rename', { tag: 'cost', name: 'money', keep: true })],
    ['a move', () => app.run('tag.move', { tag: 'price', parent: 'cost' })],
    ['a merger', () => app.run('tag.merge', { tag: 'price', into: 'cost' })],
    ['a deletion', () => app.run('tag.remove', { tag: 'cost' })],
    [
      'an import',
      () => app.run('tag.import', { bytes: bytesOf('name,parent,aliases\ncost,price,money\nnew,cost,\n') }),
    ],
  ])('of %s leave everything as before and as after', async (_name, change) => {
    const before = await look();
    await change();
    const after = await look();
    expect(after).not.toEqual(before);
    await app.run('history.undo', {});
    expect(await look()).toEqual(before);
    await app.run('history.redo', {});
    expect(await look()).toEqual(after);
  });
});

describe('a deleted tag', () => {
  it('frees its names, and comes back by undo with what carried it, though a new tag had its name', async () => {
    await app.run('tag.edit', { tag: 'cost', aliases: ['expense'] });
    const before = await look();
    await app.run('tag.remove', { tag: 'cost' });
    await app.run('excerpt.edit', { id: excerpt, tags: ['expense', 'Cost'] });
    expect((await tagNamed('Cost'))?.count).toBe(1);
    expect((await tagNamed('expense'))?.count).toBe(1);
    await app.run('history.undo', {});
    await app.run('history.undo', {});
    expect(await look()).toEqual(before);
  });

  it('leaves its children to its parent, or takes them with it', async () => {
    await app.run('tag.move', { tag: 'cost', parent: 'energy' });
    await app.run('tag.move', { tag: 'price', parent: 'cost' });
    await app.run('tag.remove', { tag: 'cost' });
    expect((await tagNamed('price'))?.parent).toBe('energy');
    await app.run('history.undo', {});
    const { removed } = await app.run('tag.remove', { tag: 'cost', below: true });
    expect(removed).toEqual(['cost', 'price']);
    expect((await app.run('tag.list', {})).tags.map(({ name }) => name)).toEqual(['energy']);
  });
});

describe('an alias', () => {
  it('stands for its tag wherever it is typed', async () => {
    await app.run('tag.edit', { tag: 'cost', aliases: ['Dépense'] });
    const { note } = await app.run('note.add', { title: 'N', body: '', tags: ['DE\u0301PENSE'] });
    expect(note.tags).toEqual(['cost']);
    expect((await app.run('excerpt.list', { tag: 'dépense' })).excerpts).toHaveLength(1);
    expect((await app.run('search.query', { query: 'council', tag: 'dépense' })).total).toBe(1);
    expect((await app.run('search.query', { query: 'tag:dépense' })).total).toBe(4);
    const untagged = await app.run('note.edit', { id: note.id, untag: ['dépense'] });
    expect(untagged.note.tags).toEqual([]);
  });

  it('is refused where it is another tag, and is dropped where it is the tag itself', async () => {
    expect(await app.codeOf('tag.edit', { tag: 'cost', aliases: ['PRICE'] })).toBe('duplicate');
    const { tag } = await app.run('tag.edit', { tag: 'cost', aliases: ['COST', 'fee', 'Fee'] });
    expect(tag.aliases).toEqual(['Fee']);
    expect(await app.codeOf('tag.rename', { tag: 'price', name: 'fee' })).toBe('duplicate');
    expect(await app.codeOf('tag.add', { name: 'FEE' })).toBe('duplicate');
  });

  it('may become the name', async () => {
    await app.run('tag.edit', { tag: 'cost', aliases: ['fee'] });
    const { tag } = await app.run('tag.rename', { tag: 'cost', name: 'Fee', keep: true });
    expect(tag).toMatchObject({ name: 'Fee', aliases: ['cost'], count: 3 });
  });
});

describe('merging', () => {
  it('is told before, moves taggings, children and names, and loses no words', async () => {
    await app.run('tag.edit', { tag: 'cost', meaning: 'What is paid', aliases: ['expense'], color: 'green' });
    await app.run('tag.edit', { tag: 'price', meaning: 'What is asked' });
    await app.run('tag.add', { name: 'wages', parent: 'cost' });
    const plan = await app.run('tag.compare', { tag: 'cost', into: 'price' });
    expect(plan).toMatchObject({
      moves: { sources: 0, excerpts: 1, claims: 0, notes: 1 },
      both: { sources: 0, excerpts: 0, claims: 1, notes: 0 },
      children: ['wages'],
      aliases: ['cost', 'expense'],
    });
    const { tag } = await app.run('tag.merge', { tag: 'cost', into: 'price' });
    expect(tag).toMatchObject({
      name: 'price',
      aliases: ['cost', 'expense'],
      meaning: 'What is asked\n\ncost: What is paid',
      color: 'green',
      count: 3,
    });
    expect((await tagNamed('wages'))?.parent).toBe('price');
    expect((await app.run('note.list', {})).notes[0]?.tags).toEqual(['price']);
  });

  it('into a tag below it puts that one in its place', async () => {
    await app.run('tag.move', { tag: 'cost', parent: 'energy' });
    await app.run('tag.move', { tag: 'price', parent: 'cost' });
    await app.run('tag.merge', { tag: 'cost', into: 'price' });
    expect((await tagNamed('price'))?.parent).toBe('energy');
    expect(await app.codeOf('tag.merge', { tag: 'price', into: 'cost' })).toBe('invalid');
  });
});

describe('the order of tags', () => {
  it('has no circles and ten levels', async () => {
    await app.run('tag.move', { tag: 'price', parent: 'cost' });
    expect(await app.codeOf('tag.move', { tag: 'cost', parent: 'price' })).toBe('invalid');
    expect(await app.codeOf('tag.move', { tag: 'cost', parent: 'cost' })).toBe('invalid');
    let parent = 'energy';
    for (let level = 2; level <= 10; level += 1) {
      await app.run('tag.add', { name: `level ${level}`, parent });
      parent = `level ${level}`;
    }
    expect(await app.codeOf('tag.add', { name: 'too deep', parent })).toBe('too-large');
    expect(await app.codeOf('tag.move', { tag: 'cost', parent: 'level 9' })).toBe('too-large');
    expect(await app.codeOf('tag.move', { tag: 'cost', parent: 'level 8' })).toBeNull();
  });

  it('counts and finds what carries a tag below it, unless exactly the tag is asked for', async () => {
    await app.run('tag.move', { tag: 'price', parent: 'energy' });
    expect(await tagNamed('energy')).toMatchObject({ count: 2, within: 3 });
    expect((await app.run('claim.list', { tag: 'energy' })).claims).toHaveLength(1);
    expect((await app.run('claim.list', { tag: 'energy', exactTag: true })).claims).toHaveLength(0);
    const facets = await app.run('search.query', { query: '412', tag: 'energy', facets: true });
    expect(facets.total).toBe(3);
    expect(facets.facets?.tag).toContainEqual({ value: 'energy', count: 3 });
    const exact = { query: '412', tag: 'energy', exactTag: true, facets: true };
    expect((await app.run('search.query', exact)).total).toBe(2);
    expect((await app.run('search.query', { query: 'tag:energy' })).total).toBe(3);
    // What is below it is found by the words that it has now.
    await app.run('tag.rename', { tag: 'energy', name: 'power' });
    expect((await app.run('search.query', { query: 'tag:power' })).total).toBe(3);
    expect((await app.run('search.query', { query: 'tag:energy' })).total).toBe(0);
    await app.run('tag.move', { tag: 'price', parent: null });
    expect((await app.run('search.query', { query: 'tag:power' })).total).toBe(2);
  });
});

describe('names', () => {
  it.each([
    ['only spaces', ' \t\u00a0 ', 'invalid'],
    ['only what nobody sees', '\u200b\u202e\u0007', 'invalid'],
    ['a hash', '##', 'invalid'],
    ['ten thousand letters', 'a'.repeat(10_000), 'too-large'],
  ])('of %s are refused', async (_what, name, code) => {
    expect(await app.codeOf('tag.add', { name })).toBe(code);
    expect(await app.codeOf('tag.rename', { tag: 'cost', name })).toBe(code);
    expect(await app.codeOf('note.add', { title: 'N', body: '', tags: [name] })).toBe(code);
  });

  it.each([
    ['👩‍🔬 🇫🇷', '👩‍🔬 🇫🇷'],
    ['مصادر \u200fأولية', 'مصادر أولية'],
    ['a\u0000b\u0007c\u202ed', 'abcd'],
    ['  #two   words ', 'two words'],
    ['\ud800half', '\ufffdhalf'],
  ])('%j are kept as %j', async (given, kept) => {
    expect((await app.run('tag.add', { name: given })).tag.name).toBe(kept);
    expect(await app.codeOf('tag.add', { name: kept })).toBe('duplicate');
  });

  it('are one whatever their normal form and case, and two by their accents', async () => {
    await app.run('tag.add', { name: 'Coût' });
    expect(await app.codeOf('tag.add', { name: 'COU\u0302T' })).toBe('duplicate');
    expect(await app.codeOf('tag.add', { name: 'Cout' })).toBeNull();
    const { tag } = await app.run('tag.rename', { tag: 'cou\u0302t', name: 'coût' });
    expect(tag.name).toBe('coût');
  });
});
