/** One suite for every way of calling the app: whatever carries the calls, the answers are these. */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createClient, type Client, type Transport } from '../../src-main/common/contract/client.ts';
import { COMMANDS, type CommandName, type Input } from '../../src-main/common/contract/commands.ts';
import type {
  ClaimId,
  ExcerptId,
  NoteId,
  SourceId,
  VersionId,
} from '../../src-main/common/contract/entities.ts';
import { ERROR_CODES } from '../../src-main/common/contract/errors.ts';
import type { DossierEvent } from '../../src-main/common/contract/events.ts';
import { bytesOf, callers, createCallIds, type TestEngine } from '../support/engine.ts';

export interface RunningTransport {
  readonly transport: Transport;
  close(): Promise<void>;
}

/** `start` opens a fresh, empty notebook. */
export function describeContract(name: string, start: () => Promise<RunningTransport>): void {
  describe(`the contract over ${name}`, () => {
    let running: RunningTransport;
    let client: Client;
    let run: TestEngine['run'];

    beforeEach(async () => {
      running = await start();
      client = createClient(running.transport, createCallIds());
      ({ run } = callers(client));
    });
    afterEach(() => running.close());

    it('answers every engine command with a value of the promised shape', async () => {
      for (const [command, input] of await aWholeDay(run)) {
        const result = await client.call(command, input);
        if (!result.ok) throw new Error(`${command}: ${JSON.stringify(result.error)}`);
        const checked = v.safeParse(COMMANDS[command].output, result.value);
        expect(
          checked.success ? null : [command, checked.issues[0].message, v.getDotPath(checked.issues[0])],
        ).toBeNull();
      }
    });

    it('leaves no engine command out of that day', async () => {
      const called = new Set((await aWholeDay(run)).map(([command]) => command));
      // An address needs a server; what is asked of it here is that it is refused.
      called.add('source.fetch');
      const engine = Object.entries(COMMANDS).filter(([, { owner }]) => owner === 'engine');
      expect(
        engine.map(([command]) => command).filter((command) => !called.has(command as CommandName)),
      ).toEqual([]);
    });

    // One start for all of them: a thread each would be most of what this suite takes.
    it('does not know a command that is none', async () => {
      for (const command of [
        'no.such',
        '',
        '__proto__',
        'constructor',
        'toString',
        'source.list ',
        'SOURCE.LIST',
      ]) {
        const result = await running.transport.call({ id: '1', name: command, input: {} });
        expect(result, command).toMatchObject({ ok: false, error: { code: 'unsupported' } });
      }
    });

    it('refuses an input that is none without breaking', async () => {
      for (const input of [null, undefined, 'text', 7, [], {}, { id: 7 }, { id: { $ne: '' } }]) {
        const result = await running.transport.call({ id: '1', name: 'claim.get', input });
        expect(result, JSON.stringify(input)).toMatchObject({ ok: false, error: { code: 'invalid' } });
        expect((await client.call('source.list', {})).ok).toBe(true);
      }
    });

    it('names the thing in an error, with a code of the list and a sentence', async () => {
      const result = await client.call('source.get', { id: 'nothing' as SourceId });
      if (result.ok) throw new Error('found nothing');
      expect(ERROR_CODES).toContain(result.error.code);
      expect(result.error).toMatchObject({ code: 'not-found', details: { what: 'source', id: 'nothing' } });
      expect(result.error.message.length).toBeGreaterThan(10);
    });

    it('refuses a search by what is no date, no outlet or no flag', async () => {
      for (const filter of [{ from: 'May 2018' }, { to: '2018-13' }, { site: 7 }, { facets: 'yes' }]) {
        const input = { query: 'plant', ...filter };
        const result = await running.transport.call({ id: '1', name: 'search.query', input });
        expect(result).toMatchObject({ ok: false, error: { code: 'invalid' } });
      }
    });

    it('goes to no address of this machine', async () => {
      const result = await client.call('source.fetch', { url: 'http://127.0.0.1:9/', images: true });
      expect(result).toMatchObject({
        ok: false,
        error: { code: 'fetch-failed', details: { reason: 'private', host: '127.0.0.1:9' } },
      });
    });

    it('carries bytes there and back unchanged', async () => {
      const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index % 64) + 32);
      const { versionId } = await run('source.import', { bytes, fileName: 'bytes.txt', as: 'text' });
      const original = await run('source.original', { version: versionId });
      expect(original.bytes).toBeInstanceOf(Uint8Array);
      expect(Buffer.from(original.bytes).equals(Buffer.from(bytes))).toBe(true);
    });

    it('carries any text there and back unchanged', async () => {
      const body = 'œuvre «\u202F300\u202F000\u202F» 👩‍🔬 עברית \u0000 {"$bytes":"QQ=="} </script> ﷽';
      const { note } = await run('note.add', { title: 'naughty', body });
      expect((await run('note.get', { id: note.id })).note.body).toBe(body);
    });

    it('answers calls made at once each with its own answer', async () => {
      const statements = Array.from({ length: 20 }, (_, index) => `Claim ${index}`);
      const answers = await Promise.all(statements.map((statement) => run('claim.add', { statement })));
      expect(answers.map(({ claim }) => claim.statement)).toEqual(statements);
    });

    it('tells subscribers of a change, until they leave', async () => {
      const events: DossierEvent[] = [];
      const told = new Promise<void>((resolve) => {
        const leave = client.subscribe((event) => {
          events.push(event);
          if (event.type === 'changed' && event.command === 'claim.add') resolve();
        });
        onTestFinished(leave);
      });
      await run('claim.add', { statement: 'Something changed.' });
      await told;
      expect(events).toContainEqual(expect.objectContaining({ type: 'changed', command: 'claim.add' }));
    });

    it('takes an abort after the answer, and for a call nobody made', async () => {
      const controller = new AbortController();
      expect((await client.call('source.list', {}, { signal: controller.signal })).ok).toBe(true);
      controller.abort();
      expect((await client.call('source.list', {})).ok).toBe(true);
    });
  });
}

/** The head of a picture of 8 by 8 points. */
function smallPicture(): Buffer {
  const bytes = Buffer.alloc(54);
  bytes.write('BM');
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(8, 18);
  bytes.writeInt32LE(-8, 22);
  return bytes;
}

type Call = { [Name in CommandName]: readonly [Name, Input<Name>] }[CommandName];

const PARAGRAPH = 'The council says that the plant on the shore costs 412 million euros and opens in 2028.';
const BOOKMARKS =
  '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF="https://example.org/a">A port</A></DL>';
const DOUBLED = `Twice\n\n${PARAGRAPH}\n\n${PARAGRAPH}`;

/** A page captured twice: of three highlights one was moved with its sentence, and two are gone. */
async function aChangedPage(run: TestEngine['run'], name: string) {
  const story = (...sentences: readonly string[]) => ({
    bytes: bytesOf(`---\nurl: https://example.org/${name}\n---\n\n# Story\n\n${sentences.join('\n\n')}`),
    fileName: 'story.md',
  });
  const old = ['The mayor praised the plan at length.', PARAGRAPH, 'Nobody in town was asked about it.'];
  const { id: source } = await run('source.import', story(...old));
  const add = async (quote: string) => (await run('excerpt.add', { source, quote })).excerpt.id;
  const gone = await add('praised the plan at length');
  const moved = await add('costs 412 million euros and opens in 2028');
  const lost = await add('Nobody in town was asked');
  const edited = PARAGRAPH.replace('412 million euros', '415 million euros');
  const { versionId } = await run('source.import', story('A new beginning stands here.', edited));
  return { source, gone, moved, lost, versionId };
}

/** Every engine command, in an order in which each can succeed. */
async function aWholeDay(run: TestEngine['run']): Promise<Call[]> {
  const text = 'The plant\nIt costs 412 million euros, the council says. It opens in 2028.';
  const imported = await run('source.import', {
    bytes: bytesOf(text),
    fileName: 'plant.txt',
    tags: ['cost'],
  });
  const source: SourceId = imported.id;
  const version: VersionId = imported.versionId;
  const picture = smallPicture();
  const page = await run('source.import', {
    bytes: bytesOf(`<p>A map of it. <img alt="" src="data:image/bmp;base64,${picture.toString('base64')}">`),
    fileName: 'map.html',
  });
  const sha256 = createHash('sha256').update(picture).digest('hex');
  const twice = await run('source.import', { bytes: bytesOf(DOUBLED), fileName: 'twice.txt' });
  const first: ExcerptId = (await run('excerpt.add', { source, quote: '412 million euros' })).excerpt.id;
  const second: ExcerptId = (await run('excerpt.add', { source, quote: 'It opens in 2028' })).excerpt.id;
  const changed = await aChangedPage(run, imported.id);
  const evidence = [{ excerpt: first, stance: 'supports' as const }];
  const claim: ClaimId = (await run('claim.add', { statement: 'It costs 412 million.', evidence })).claim.id;
  const better = (await run('claim.add', { statement: 'It costs 412 million in all.' })).claim.id;
  const vain = (await run('diligence.add', { claim, query: 'elsewhere' })).search.id;
  const note: NoteId = (await run('note.add', { title: 'To ask', body: 'Who said it?' })).note.id;
  const { states } = await run('note.history', { id: note });
  const shelf = (await run('collection.add', { name: `Shelf of ${source}`, sources: [source] })).collection
    .id;
  const saved = (await run('saved.add', { name: `Cost of ${source}`, query: 'cost', filters: {} })).search.id;
  const template = (await run('template.add', { name: `Notes of ${source}`, format: 'markdown', body: '' }))
    .template.id;
  return [
    ['notebook.info', {}],
    ['notebook.check', { repair: true }],
    ['source.import', { bytes: bytesOf('# Another\n\nText.'), fileName: 'another.md' }],
    ['library.import', { bytes: bytesOf(BOOKMARKS), fileName: 'bookmarks.html' }],
    ['source.list', { tag: 'cost' }],
    ['source.get', { id: source }],
    ['source.original', { version }],
    ['source.image', { sha256 }],
    ['source.repeats', { id: twice.id }],
    ['source.dedupe', { id: twice.id }],
    ['source.edit', { id: source, byline: 'Jo Field', tags: ['port'], untag: ['cost'] }],
    ['source.page', { id: page.id }],
    ['source.extract', { id: page.id, how: 'whole' }],
    ['source.remove', { id: source }],
    ['source.restore', { id: source }],
    [
      'excerpt.add',
      { source, quote: 'the council says', range: { start: 0, end: 3 }, color: 'pink', tags: ['doubt'] },
    ],
    ['excerpt.list', { source }],
    ['excerpt.edit', { id: first, note: 'Which year?', color: 'blue' }],
    ['excerpt.edit', { id: first, range: { start: 0, end: 20 } }],
    ['excerpt.get', { id: first }],
    ['excerpt.history', { id: first }],
    ['excerpt.review', {}],
    ['excerpt.candidates', { id: changed.moved }],
    ['excerpt.changed', { source: changed.source }],
    ['excerpt.confirm', { ids: [changed.moved] }],
    ['excerpt.keep', { ids: [changed.gone] }],
    ['excerpt.anchor', { id: changed.lost, version: changed.versionId, start: 0, end: 5 }],
    ['claim.add', { statement: 'It opens in 2028.', tags: ['date'] }],
    ['claim.get', { id: claim }],
    ['claim.list', { status: 'unreviewed' }],
    ['claim.summaries', { status: 'unreviewed', limit: 10 }],
    ['claim.counts', { doubt: 'one-source' }],
    ['claim.origins', {}],
    ['claims.tag', { ids: [claim, better], tags: ['cost'] }],
    ['claims.recheck', { ids: [claim, better], by: '2027-02-28' }],
    ['claim.recheck', { id: claim, by: '2027-01-31' }],
    ['claim.due', {}],
    ['claim.supersede', { id: claim, by: better }],
    ['claim.matrix', {}],
    ['diligence.add', { claim, query: 'nowhere' }],
    ['diligence.list', { claim }],
    ['diligence.remove', { id: vain }],
    ['draft.check', { text: 'She said: “412 million euros”.' }],
    ['claim.edit', { id: claim, statement: 'It costs 412 million euros.' }],
    ['claim.attach', { id: claim, excerpt: second, stance: 'mentions', origin: 'Nordet' }],
    ['claim.reassess', { id: claim, excerpt: second, stance: 'disputes' }],
    ['claim.detach', { id: claim, excerpt: second }],
    ['claim.verify', { id: claim, reason: 'Two documents.' }],
    ['claim.dispute', { id: claim, reason: 'A third differs.' }],
    ['claim.reopen', { id: claim, reason: 'Ask again.' }],
    ['search.query', { query: 'million', explain: true }],
    ['search.query', { query: 'million', site: 'Fanal', from: '2018', to: '2018-05-14', facets: true }],
    ['export.run', { format: 'markdown', locale: 'en' }],
    ['export.run', { format: 'html', locale: 'fr' }],
    ['export.run', { format: 'markdown', collection: shelf }],
    ['export.run', { format: 'markdown', claims: [claim], saved, template: '{{ notebook }}' }],
    ['export.count', { tag: 'port' }],
    ['export.preview', { format: 'html', locale: 'fr', sources: [source] }],
    ['export.preview', { format: 'archive' }],
    ['source.citekey', { id: source }],
    ['template.list', {}],
    ['template.add', { name: 'Page', format: 'html', body: '<p>{{ notebook }}' }],
    ['template.edit', { id: template, body: '# {{ notebook }}' }],
    ['template.remove', { id: template }],
    ['source.list', { collection: shelf }],
    ['search.query', { query: 'million', collection: shelf, facets: true }],
    ['sources.tag', { ids: [source, twice.id], tags: ['both'] }],
    ['sources.remove', { ids: [twice.id] }],
    ['collection.list', {}],
    ['collection.add', { name: 'Another shelf' }],
    ['collection.rename', { id: shelf, name: 'The shelf' }],
    ['collection.move', { id: shelf, to: 1 }],
    ['collection.include', { id: shelf, sources: [source] }],
    ['collection.arrange', { id: shelf, source, to: 0 }],
    ['collection.exclude', { id: shelf, sources: [source] }],
    ['saved.list', {}],
    ['saved.add', { name: 'Ports', query: 'port', filters: { in: ['passage'], from: '2018' } }],
    ['saved.edit', { id: saved, name: 'Costs' }],
    ['link.mentions', { kind: 'note', id: note }],
    ['note.history', { id: note }],
    ['note.state', { id: note, seq: states[0]?.seq ?? 0 }],
    ['note.briefs', {}],
    ['draft.keep', { key: `note:${note}`, value: { body: 'Who sai' } }],
    ['draft.list', {}],
    ['note.get', { id: note }],
    ['note.list', {}],
    ['note.edit', { id: note, body: 'Answered.' }],
    ['note.add', { title: 'Another', body: '' }],
    ['note.remove', { id: note }],
    ['tag.list', {}],
    ['tag.describe', { name: 'port', meaning: 'The port', color: 'green' }],
    ['tag.add', { name: 'harbours', aliases: ['docks'] }],
    ['tag.move', { tag: 'port', parent: 'docks' }],
    ['tag.edit', { tag: 'port', color: null, aliases: ['quay'] }],
    ['tag.rename', { tag: 'quay', name: 'ports', keep: true }],
    ['tag.uses', { tag: 'harbours' }],
    ['tag.overlaps', { tag: 'ports', other: 'harbours' }],
    ['tag.compare', { tag: 'ports', into: 'harbours' }],
    ['tag.merge', { tag: 'ports', into: 'harbours' }],
    ['tag.export', { format: 'qdc' }],
    ['tag.import', { bytes: bytesOf('name,parent\nquays,harbours\n'), fileName: 'codes.csv' }],
    ['tag.remove', { tag: 'quays' }],
    ['setting.set', { key: 'colors.names', value: ['a', 'b'] }],
    ['setting.all', {}],
    ['history.next', {}],
    ['history.undo', {}],
    ['history.redo', {}],
    ['history.settle', {}],
    ['excerpt.remove', { id: second }],
    ['claims.remove', { ids: [better] }],
    ['claim.remove', { id: claim }],
    ['saved.remove', { id: saved }],
    ['collection.remove', { id: shelf }],
    ['trash.list', {}],
    ['trash.restore', { items: [{ kind: 'claim', id: claim }] }],
    ['trash.empty', {}],
  ];
}
