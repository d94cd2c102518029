/** Random commands to a notebook, indexed as the engine indexes them, with what befalls an index in between. */
import { describeFault } from '../../src-main/common/messages/problems.ts';
import type { TagId } from '../../src-main/common/contract/entities.ts';
import { addAlias } from '../../src-main/core/codebook/changes.ts';
import { Keeper } from '../../src-main/core/search/upkeep/keeper.ts';
import { logChange, logStep } from '../../src-main/core/storage/changes.ts';
import type { Notebook } from '../../src-main/core/storage/connection.ts';
import { applyPatches, Edit, type Patch, type TagTable } from '../../src-main/core/storage/edit.ts';
import {
  listSegments,
  listSlots,
  newestChange,
  readIndexState,
} from '../../src-main/core/storage/search-store.ts';
import { changeTags, tagKey } from '../../src-main/core/storage/tags.ts';
import { uuidIds } from '../../src-main/worker/node-ports.ts';
import type { Dice } from './dice.ts';
import { insertSource, insertVersion } from './insert-source.ts';

export const WORDS = (
  'sanction sanctions détente radiations radiation radiateur prix police policy policies élevées élevé le the la ' +
  'exportation export exports milliards 46,7 accord accords cœur coût coûts barrage dam water eau eaux saumure brine'
).split(' ');
export const TAGS = ['eau', 'barrage', 'water', 'Prix Nobel', 'police', 'saumure'];

type Table = 'source' | 'excerpt' | 'claim' | 'note';

interface Row {
  readonly table: Table;
  readonly id: string;
}

/** What must have happened for a run to have tried the index at all. */
export const EVENTS = [
  ...[
    'source',
    'large source',
    'version',
    'claim',
    'note',
    'excerpt',
    'edit',
    'retag',
    'rename tag',
    'move tag',
    'alias tag',
    'merge tags',
  ],
  ...[
    'trash tag',
    'trash',
    'restore',
    'undo',
    'redo',
    'several at once',
    'not indexed',
    'flush',
    'merge',
    'reopen',
  ],
] as const;
export type ChurnEvent = (typeof EVENTS)[number];

/** Many shares of one hundred. */
const CHOICES: readonly (readonly [weight: number, name: keyof Steps])[] = [
  [2, 'addSource'],
  [0.2, 'addLargeSource'],
  [1, 'addVersion'],
  [22, 'addClaim'],
  [12, 'addNote'],
  [12, 'addExcerpt'],
  [13, 'editText'],
  [4, 'retag'],
  [1, 'renameTag'],
  [1.5, 'moveTag'],
  [1, 'aliasTag'],
  [1, 'mergeTags'],
  [1, 'trashTag'],
  [18, 'trash'],
  [5, 'undo'],
  [4, 'redo'],
  [3, 'several'],
  [0.8, 'reopen'],
];
const TOTAL = CHOICES.reduce((sum, [weight]) => sum + weight, 0);

/** Of each hundred commands, those of another program that keeps no index. */
const FOREIGN = 0.03;
const TENDED = 0.3;

type Steps = Pick<
  ChurnCommands,
  | 'addSource'
  | 'addLargeSource'
  | 'addVersion'
  | 'addClaim'
  | 'addNote'
  | 'addExcerpt'
  | 'editText'
  | 'retag'
  | 'renameTag'
  | 'moveTag'
  | 'aliasTag'
  | 'mergeTags'
  | 'trashTag'
  | 'trash'
  | 'undo'
  | 'redo'
  | 'several'
  | 'reopen'
>;

export class ChurnCommands {
  readonly events = new Map<ChurnEvent, number>(EVENTS.map((event) => [event, 0]));
  readonly #rows: Row[] = [];
  readonly #sources: string[] = [];
  readonly #done: (readonly Patch[])[] = [];
  readonly #undone: (readonly Patch[])[] = [];
  #notebook: Notebook;
  #keeper: Keeper;
  /** Of the command that is being made of several. */
  #edit: Edit | null = null;

  /** @param open opens the notebook, as often as it is asked to; the last one is the caller's to close */
  constructor(
    readonly dice: Dice,
    readonly open: () => Notebook,
  ) {
    this.#notebook = open();
    this.#keeper = new Keeper(this.#notebook);
  }

  get notebook(): Notebook {
    return this.#notebook;
  }

  /** One random command, and perhaps some upkeep. */
  step(): void {
    let left = this.dice.random() * TOTAL;
    const [, name] = CHOICES.find(([weight]) => (left -= weight) < 0) ?? CHOICES[0] ?? [1, 'addClaim'];
    this[name]();
    if (this.dice.chance(TENDED)) this.tend();
  }

  /** @returns whether there is more to do */
  tend(): boolean {
    const before = listSegments(this.#notebook.reader).length;
    const more = this.#keeper.tend();
    // Catching up adds segments; making the index anew is told by `not indexed`.
    if (listSegments(this.#notebook.reader).length < before) this.#count('merge');
    return more;
  }

  /** @returns problems */
  check(): readonly string[] {
    const steps = this.#notebook.snapshot((reader) => [...this.#keeper.check(reader)]);
    return steps.filter((fault) => fault !== null).map((fault) => describeFault(fault, 'en'));
  }

  addSource(): void {
    this.#insertSource(1 + this.dice.below(45));
    this.#count('source');
  }

  /** Too much for one transaction: it is taken in afterwards. */
  addLargeSource(): void {
    this.#insertSource(101 + this.dice.below(60));
    this.#count('large source');
  }

  addVersion(): void {
    const id = this.#pickSource();
    if (id === null) return;
    this.#commit((edit) => {
      const version = edit.ids.next();
      insertVersion(edit, { id: version, sourceId: id, paragraphs: this.#texts(1 + this.dice.below(30)) });
      edit.update('source', id, { version_id: version });
    });
    this.#count('version');
  }

  addClaim(): void {
    this.#commit((edit) => {
      const id = edit.ids.next();
      edit.insert('claim', { id, statement: this.#text(8), note: this.#text(3), ...TIMES });
      if (this.dice.chance(0.3)) changeTags(edit, 'claim_tag', id, { tags: [this.dice.pick(TAGS)] });
      this.#rows.push({ table: 'claim', id });
    });
    this.#count('claim');
  }

  addNote(): void {
    this.#commit((edit) => {
      const id = edit.ids.next();
      edit.insert('note', { id, title: this.#text(3), body: this.#text(30), ...TIMES });
      if (this.dice.chance(0.3)) changeTags(edit, 'note_tag', id, { tags: [this.dice.pick(TAGS)] });
      this.#rows.push({ table: 'note', id });
    });
    this.#count('note');
  }

  addExcerpt(): void {
    const source = this.#pickSource();
    if (source === null) return;
    this.#commit((edit) => {
      const id = edit.ids.next();
      const place = { start_offset: 0, end_offset: 4, exact: this.#text(6), prefix: '', suffix: '' };
      edit.insert('excerpt', {
        ...{ id, source_id: source, version_id: versionOf(edit, source), ...place, anchor: 'exact' },
        ...{ color: 'blue', note: this.#text(3), ...TIMES },
      });
      edit.touch('source', source);
      this.#rows.push({ table: 'excerpt', id });
    });
    this.#count('excerpt');
  }

  editText(): void {
    this.#change('edit', (edit, { table, id }) => {
      if (table === 'claim') edit.update('claim', id, { statement: this.#text(8) });
      else if (table === 'note') edit.update('note', id, { body: this.#text(30) });
      else if (table === 'excerpt') edit.update('excerpt', id, { note: this.#text(5) });
      else if (this.dice.chance(0.5)) edit.update('source', id, { title: this.#text(5) });
      else edit.update('source', id, { language: this.dice.pick(['fr', 'en']) });
    });
  }

  retag(): void {
    this.#change('retag', (edit, { table, id }) => {
      const [tag, untag] = [this.dice.pick(TAGS), this.dice.pick(TAGS)];
      changeTags(edit, `${table}_tag`, id, this.dice.chance(0.7) ? { tags: [tag] } : { untag: [untag] });
    });
  }

  renameTag(): void {
    this.#changeTag('rename tag', (edit, id) => {
      const name = `${this.dice.pick(TAGS)} ${this.#text(2)}`;
      const taken = edit.reader.get('SELECT id FROM tag WHERE name_key = ?', tagKey(name));
      if (!taken) edit.update('tag', id, { name, name_key: tagKey(name) });
    });
  }

  /** Below another or to the top, as a notebook may have it that was made elsewhere: below itself too. */
  moveTag(): void {
    this.#changeTag('move tag', (edit, id) => {
      edit.update('tag', id, { parent_id: this.dice.chance(0.7) ? this.#pickTag(edit) : null });
    });
  }

  /** Another name, or one less. */
  aliasTag(): void {
    this.#changeTag('alias tag', (edit, id) => {
      const name = `${this.dice.pick(TAGS)} ${this.#text(2)}`;
      const [known] = edit.reader.all<{ id: string }>(
        'SELECT id FROM tag_alias WHERE deleted_at IS NULL AND (tag_id = ? OR name_key = ?) ORDER BY name_key',
        id,
        tagKey(name),
      );
      if (known) edit.update('tag_alias', known.id, { deleted_at: edit.now });
      else addAlias(edit, id as TagId, name);
    });
  }

  /** All that carried the one carries the other. */
  mergeTags(): void {
    this.#changeTag('merge tags', (edit, id) => {
      const other = this.#pickTag(edit);
      if (other === null || other === id) return;
      for (const table of ['source', 'excerpt', 'claim', 'note'] as const) {
        const tags: TagTable = `${table}_tag`;
        const sql = `SELECT owner_id AS owner FROM ${tags} WHERE tag_id = ?`;
        for (const { owner } of edit.reader.all<{ owner: string }>(sql, id)) {
          edit.tag(tags, owner, other, true);
          edit.tag(tags, owner, id, false);
        }
      }
      edit.update('tag', id, { deleted_at: edit.now });
    });
  }

  /** Into the trash or out of it, with all that it says of what carries it. */
  trashTag(): void {
    this.#changeTag('trash tag', (edit, id) => {
      // One whose name another has by now stays there.
      const taken = edit.reader.get(
        'SELECT 1 FROM tag AS other JOIN tag ON tag.name_key = other.name_key WHERE tag.id = ? AND other.id <> tag.id',
        id,
      );
      if (taken) return;
      edit.update('tag', id, { deleted_at: this.dice.chance(0.4) ? edit.now : null });
    });
  }

  trash(): void {
    const away = this.dice.chance(0.6);
    this.#change(away ? 'trash' : 'restore', (edit, { table, id }) => {
      edit.update(table, id, { deleted_at: away ? edit.now : null });
    });
  }

  undo(): void {
    this.#step('undo', this.#done, this.#undone);
    // Any command but a redo makes redoing impossible.
    if (this.dice.chance(0.3)) this.redo();
  }

  redo(): void {
    this.#step('redo', this.#undone, this.#done);
  }

  /** As importing a page with its highlights, or a verdict and its note: one transaction. */
  several(): void {
    if (this.#edit) return;
    this.#commit((edit) => {
      this.#edit = edit;
      try {
        for (let left = 2 + this.dice.below(5); left > 0; left -= 1) {
          this[
            this.dice.pick(['addClaim', 'addNote', 'addExcerpt', 'editText', 'retag', 'trash'] as const)
          ]();
        }
      } finally {
        this.#edit = null;
      }
    });
    this.#count('several at once');
  }

  reopen(): void {
    this.#notebook.close();
    this.#notebook = this.open();
    this.#keeper = new Keeper(this.#notebook);
    this.#count('reopen');
  }

  #count(event: ChurnEvent): void {
    this.events.set(event, (this.events.get(event) ?? 0) + 1);
  }

  #commit(work: (edit: Edit) => void): void {
    if (this.#edit) {
      work(this.#edit);
      return;
    }
    const patches = this.#write((edit) => {
      work(edit);
      logChange(edit, 'claim.edit');
    });
    if (patches.length === 0) return;
    this.#done.push(patches);
    this.#undone.length = 0;
  }

  #write(work: (edit: Edit) => void): readonly Patch[] {
    const before = listSlots(this.#notebook.reader).length;
    const foreign = this.dice.chance(FOREIGN);
    const patches = this.#notebook.transaction((writer) => {
      const edit = new Edit(writer, { now: () => 1_700_000_000_000 }, uuidIds);
      work(edit);
      if (!foreign) this.#keeper.follow(writer);
      return { patches: edit.patches };
    }).patches;
    const { reader } = this.#notebook;
    if ((readIndexState(reader)?.seq ?? 0) < newestChange(reader)) this.#count('not indexed');
    if (before > 0 && listSlots(reader).length === 0) this.#count('flush');
    return patches;
  }

  #step(direction: 'undo' | 'redo', from: (readonly Patch[])[], to: (readonly Patch[])[]): void {
    const patches = from.pop();
    if (!patches || this.#edit) return;
    this.#write((edit) => {
      applyPatches(edit, patches, direction, () => '');
      logStep(edit, `history.${direction}`);
    });
    to.push(patches);
    this.#count(direction);
  }

  #change(event: ChurnEvent, work: (edit: Edit, row: Row) => void): void {
    if (this.#rows.length === 0) return;
    const row = this.dice.pick(this.#rows);
    this.#commit((edit) => {
      work(edit, row);
    });
    this.#count(event);
  }

  #changeTag(event: ChurnEvent, work: (edit: Edit, id: string) => void): void {
    this.#commit((edit) => {
      const id = this.#pickTag(edit);
      if (id !== null) work(edit, id);
    });
    this.#count(event);
  }

  #pickTag({ reader }: Edit): string | null {
    const tags = reader.all<{ id: string }>('SELECT id FROM tag ORDER BY name_key');
    return tags.length > 0 ? this.dice.pick(tags).id : null;
  }

  #pickSource(): string | null {
    return this.#sources.length > 0 ? this.dice.pick(this.#sources) : null;
  }

  #insertSource(passages: number): void {
    this.#commit((edit) => {
      const language = this.dice.pick(['fr', 'en', null]);
      const { id } = insertSource(edit, {
        ...{ title: this.#text(4), paragraphs: this.#texts(passages), language },
        tags: [this.dice.pick(TAGS)],
      });
      this.#sources.push(id);
      this.#rows.push({ table: 'source', id });
    });
  }

  #text(most: number): string {
    return this.dice.words(WORDS, 1 + this.dice.below(most));
  }

  #texts(count: number): string[] {
    return Array.from({ length: count }, () => this.#text(20));
  }
}

const TIMES = { created_at: 0, updated_at: 0, deleted_at: null };

function versionOf({ reader }: Edit, source: string): string {
  return reader.get<{ id: string }>('SELECT version_id AS id FROM source WHERE id = ?', source)?.id ?? '';
}
