import { type ClassType, Field, ObjectType } from 'type-graphql';
import { HubError } from '../errors.js';

@ObjectType({ description: 'Where a page of a connection begins and ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether there is more after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Give this as `after` for the next page.' })
  endCursor!: string | null;
}

export interface Edge<Node> {
  readonly node: Node;
  readonly cursor: string;
}

export interface Connection<Node> {
  readonly edges: Edge<Node>[];
  readonly nodes: Node[];
  readonly pageInfo: PageInfo;
}

/** The GraphQL class of a Relay connection over a type. */
export function connectionOf<Node extends object>(name: string, node: ClassType<Node>): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} of a page, with its cursor.` })
  class EdgeView implements Edge<Node> {
    @Field(() => node)
    node!: Node;

    @Field(() => String, { description: 'Give this as `after` for what follows.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name}.` })
  class ConnectionView implements Connection<Node> {
    @Field(() => [EdgeView])
    edges!: EdgeView[];

    @Field(() => [node], { description: 'The same without cursors.' })
    nodes!: Node[];

    @Field(() => PageInfo)
    pageInfo!: PageInfo;
  }
  return ConnectionView;
}

const MOST_A_PAGE = 100;

/**
 * The size of a page asked for.
 * @throws HubError PAGE_TOO_LARGE when it is not from 1 to 100
 */
export function pageSize(first: number): number {
  if (first < 1 || first > MOST_A_PAGE) throw new HubError('PAGE_TOO_LARGE', `"first" must be from 1 to ${MOST_A_PAGE}.`, 'first');
  return first;
}

/** A page made out of rows; the cursors only where they are asked for, as most ask for the nodes alone. */
class PageOfRows<Row, Node> implements Connection<Node> {
  readonly nodes: Node[];
  readonly pageInfo: PageInfo;
  private readonly rows: readonly Row[];

  constructor(
    rows: readonly Row[],
    size: number,
    private readonly keysOf: (row: Row) => readonly string[],
    nodeOf: (row: Row) => Node,
  ) {
    this.rows = rows.length > size ? rows.slice(0, size) : rows;
    this.nodes = this.rows.map(nodeOf);
    const last = this.rows.at(-1);
    this.pageInfo = { hasNextPage: rows.length > size, endCursor: last === undefined ? null : toCursor(keysOf(last)) };
  }

  get edges(): Edge<Node>[] {
    return this.rows.map((row, position) => ({ node: this.nodes[position] as Node, cursor: toCursor(this.keysOf(row)) }));
  }
}

/**
 * Makes a connection out of rows, of which one more than the page was read to see whether there is more.
 * @param keysOf the values that the rows are sorted by, from which the cursor is made
 */
export function toConnection<Row, Node>(rows: readonly Row[], size: number, keysOf: (row: Row) => readonly string[], nodeOf: (row: Row) => Node): Connection<Node> {
  return new PageOfRows(rows, size, keysOf, nodeOf);
}

export function toCursor(keys: readonly string[]): string {
  return Buffer.from(keys.join('\n')).toString('base64url');
}

/**
 * The sort keys in a cursor, or null for none.
 * @param shapes what each key must look like
 * @throws HubError BAD_CURSOR when it is not one of ours
 */
export function fromCursor(cursor: string | null | undefined, shapes: readonly RegExp[]): string[] | null {
  if (cursor === null || cursor === undefined) return null;
  const keys = Buffer.from(cursor, 'base64url').toString('utf8').split('\n');
  if (keys.length !== shapes.length || !shapes.every((shape, position) => shape.test(keys[position] ?? ''))) {
    throw new HubError('BAD_CURSOR', 'This cursor is not one of this list; leave out "after" to begin at the start.', 'after');
  }
  return keys;
}

/** Shapes of the keys that cursors are made of. */
export const cursorKey = {
  time: /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d(:?\d\d)?)$/,
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  integer: /^\d{1,18}$/,
  code: /^[a-z0-9][a-z0-9-]*$/,
};

