import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { GraphQLDateTime } from 'graphql-scalars';

/** A moment. Rows already have it as text in ISO 8601 (`isoTime`), which goes out as it is. */
export const DateTime = new GraphQLScalarType<Date, string | Date>({
  ...GraphQLDateTime.toConfig(),
  serialize: (value) => (typeof value === 'string' ? value : GraphQLDateTime.serialize(value)),
});

const shape = /^\d{4}-\d\d-\d\d$/;

function parseDay(value: unknown): string {
  if (typeof value === 'string' && shape.test(value)) {
    const day = new Date(`${value}T00:00:00Z`);
    if (!Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return value;
  }
  throw new GraphQLError(`A Date is a calendar day written YYYY-MM-DD, not ${JSON.stringify(value)}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** A calendar day in the hub's time zone, as text `YYYY-MM-DD`: it has no hour that a zone could shift. */
export const Day = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: "A calendar day in the hub's time zone, written YYYY-MM-DD.",
  serialize: parseDay,
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : undefined),
});
