import { GraphQLScalarType } from 'graphql';

function asText(value: unknown): string {
  return typeof value === 'string' ? value : String(JSON.stringify(value)).slice(0, 100);
}

/**
 * A code of a fixed list, taken as a string or as an enum literal and checked later, row by row: an ordinary enum
 * would let one strange code fail all 500 rows of a push.
 */
export const LenientCode = new GraphQLScalarType<string, string>({
  name: 'LenientCode',
  description: 'A code of a fixed list, as a string or an enum literal. An unknown one rejects its row only.',
  serialize: asText,
  parseValue: asText,
  parseLiteral: (node) => ('value' in node ? asText(node.value) : ''),
});
