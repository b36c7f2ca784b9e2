import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode, getArgumentValues, getNamedType, isObjectType } from 'graphql';
import { BRIEF_POST_FIELDS } from '../intake/index.js';

/** Which page of items, and how much of each. */
export interface PageArguments {
  readonly first: number;
  readonly after: string | null;
  /** Only what lists show of a post is wanted: the columns of a `BriefPostRow` are enough. */
  readonly brief: boolean;
}

interface AskedItems {
  readonly node: FieldNode;
  readonly brief: boolean;
}

/** Selections do not change once parsed, so each is walked once. */
const itemsOf = new WeakMap<readonly FieldNode[], AskedItems | null>();

/** What lies on the way to a post and beside it in every list; below `pageInfo`, `site` and `unit` nothing is looked at. */
const BRIEF_FIELDS = new Set(['nodes', 'edges', 'node', 'cursor', 'pageInfo', 'promotedAt', 'pinned', 'expiresAt', 'post', '__typename', ...BRIEF_POST_FIELDS]);
const OTHER_THINGS = new Set(['pageInfo', 'site', 'unit']);

/**
 * Which page of items an operation asks for below a feed, so that feed and page can be read in one statement.
 * @returns undefined where it asks for none, or for several by aliases
 */
export function askedPage(info: GraphQLResolveInfo): PageArguments | undefined {
  let asked = itemsOf.get(info.fieldNodes);
  if (asked === undefined) {
    const found = info.fieldNodes.flatMap((field) => fieldsIn(field.selectionSet, info)).filter((field) => field.name.value === 'items');
    const node = found.length === 1 ? found[0] : undefined;
    asked = node === undefined ? null : { node, brief: isBrief(node.selectionSet, info) };
    itemsOf.set(info.fieldNodes, asked);
  }
  const type = getNamedType(info.returnType);
  const definition = isObjectType(type) ? type.getFields()['items'] : undefined;
  if (asked === null || definition === undefined) return undefined;
  const { first, after } = getArgumentValues(definition, asked.node, info.variableValues) as { first: number; after?: string | null };
  return { first, after: after ?? null, brief: asked.brief };
}

function isBrief(selections: SelectionSetNode | undefined, info: GraphQLResolveInfo): boolean {
  return fieldsIn(selections, info).every(({ name, selectionSet }) => BRIEF_FIELDS.has(name.value) && (OTHER_THINGS.has(name.value) || isBrief(selectionSet, info)));
}

/** The fields that are selected here, in fragments too. */
function fieldsIn(selections: SelectionSetNode | undefined, info: GraphQLResolveInfo): FieldNode[] {
  return (selections?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    return fieldsIn(selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : info.fragments[selection.name.value]?.selectionSet, info);
  });
}
