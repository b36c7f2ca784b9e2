import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode, getArgumentValues, getNamedType, isObjectType } from 'graphql';

/** Arguments of a page of items. */
export interface PageArguments {
  readonly first: number;
  readonly after: string | null;
}

/** Selections do not change once parsed, so each is walked once. */
const itemsOf = new WeakMap<readonly FieldNode[], FieldNode | null>();

/**
 * Which page of items an operation asks for below a feed, so that feed and page can be read in one statement.
 * @returns undefined where it asks for none, or for several by aliases
 */
export function askedPage(info: GraphQLResolveInfo): PageArguments | undefined {
  let node = itemsOf.get(info.fieldNodes);
  if (node === undefined) {
    const found = info.fieldNodes.flatMap((field) => itemsIn(field.selectionSet, info));
    node = found.length === 1 ? (found[0] ?? null) : null;
    itemsOf.set(info.fieldNodes, node);
  }
  const type = getNamedType(info.returnType);
  const definition = isObjectType(type) ? type.getFields()['items'] : undefined;
  if (node === null || definition === undefined) return undefined;
  const { first, after } = getArgumentValues(definition, node, info.variableValues) as { first: number; after?: string | null };
  return { first, after: after ?? null };
}

function itemsIn(selections: SelectionSetNode | undefined, info: GraphQLResolveInfo): FieldNode[] {
  return (selections?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return selection.name.value === 'items' ? [selection] : [];
    return itemsIn(selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : info.fragments[selection.name.value]?.selectionSet, info);
  });
}
