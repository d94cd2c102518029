/** The live tags as a tree. A notebook may come from anyone: circles are cut, and what is below the trash stands on top. */
import type { Color, TagId } from '../../common/contract/entities.ts';
import type { Reader } from './connection.ts';

export interface TagNode {
  readonly id: TagId;
  readonly parentId: TagId | null;
  readonly name: string;
  readonly key: string;
  readonly meaning: string;
  readonly color: Color | null;
  /** What another program knows it by. */
  readonly guid: string | null;
}

const NODES = `SELECT id, parent_id AS parentId, name, name_key AS key, meaning, color, guid
  FROM tag WHERE deleted_at IS NULL ORDER BY name_key`;

export class TagTree {
  /** By name. */
  readonly nodes: readonly TagNode[];
  readonly #byId: ReadonlyMap<string, TagNode>;
  readonly #children: ReadonlyMap<string, readonly TagNode[]>;

  constructor(rows: readonly TagNode[]) {
    const byId = new Map(rows.map((row) => [row.id as string, row]));
    const loops = findLoops(byId);
    this.nodes = rows.map((row) =>
      row.parentId !== null && (!byId.has(row.parentId) || loops.has(row.id))
        ? { ...row, parentId: null }
        : row,
    );
    this.#byId = new Map(this.nodes.map((node) => [node.id, node]));
    this.#children = Map.groupBy(this.nodes, ({ parentId }) => parentId ?? '');
  }

  static read(reader: Reader): TagTree {
    return new TagTree(reader.all<TagNode>(NODES));
  }

  get(id: string): TagNode | undefined {
    return this.#byId.get(id);
  }

  /** Of the top with null. */
  childrenOf(id: string | null): readonly TagNode[] {
    return this.#children.get(id ?? '') ?? [];
  }

  /** Itself first, the top last. */
  lineOf(id: string): readonly TagNode[] {
    const line: TagNode[] = [];
    for (let node = this.get(id); node; node = node.parentId === null ? undefined : this.get(node.parentId))
      line.push(node);
    return line;
  }

  /** Itself and all that is below it. */
  familyOf(id: string): readonly TagNode[] {
    const own = this.get(id);
    const family = own ? [own] : [];
    // Grows while it is walked.
    for (const node of family) family.push(...this.childrenOf(node.id));
    return family;
  }

  /** Levels of it and what is below it: 1 where nothing is. */
  heightOf(id: string): number {
    let level = this.get(id) ? [id] : [];
    let height = 0;
    for (; level.length > 0; height += 1)
      level = level.flatMap((each) => this.childrenOf(each).map((child) => child.id));
    return height;
  }
}

/** Those that are below themselves. */
function findLoops(byId: ReadonlyMap<string, TagNode>): ReadonlySet<string> {
  const loops = new Set<string>();
  const done = new Set<string>();
  for (const start of byId.values()) {
    const path = new Map<string, number>();
    let node: TagNode | undefined = start;
    while (node && !done.has(node.id) && !path.has(node.id)) {
      path.set(node.id, path.size);
      node = node.parentId === null ? undefined : byId.get(node.parentId);
    }
    const from = node ? path.get(node.id) : undefined;
    for (const [id, at] of path) {
      if (from !== undefined && at >= from) loops.add(id);
      done.add(id);
    }
  }
  return loops;
}
