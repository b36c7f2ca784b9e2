import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, parse, validate } from 'graphql';
import { getVariableValues } from 'graphql/execution/values.js';
import { exampleGroups, examplesFor } from '../../src/console/editor/examples.js';
import * as generated from '../../src/console/gql/graphql.js';

const schema = buildSchema(readFileSync('schema/schema.graphql', 'utf8'));
const examples = exampleGroups.flatMap(({ examples: each }) => each);

describe('saved example operations', () => {
  it.each(examples.map((example) => [example.name, example] as const))('%s fits the schema, its variables too', (_name, { query, variables = {} }) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    expect(getVariableValues(schema, getOperationAST(document)?.variableDefinitions ?? [], variables).errors).toBeUndefined();
  });

  it("come in the order of one's roles, and all of them to everybody", () => {
    expect(examplesFor(['DASHBOARD'])[0]?.role).toBe('dashboard');
    expect(examplesFor(['LEAD'])[0]?.role).toBe('moderator');
    expect(examplesFor([]).length).toBe(exampleGroups.length);
  });
});

describe("the console's own operations", () => {
  const documents = Object.entries(generated).filter(([name]) => name.endsWith('Document'));

  it.each(documents)('%s fits the schema', (_name, document) => {
    expect(validate(schema, parse(String(document)))).toEqual([]);
  });

  it('are all generated', () => {
    expect(documents.length).toBeGreaterThanOrEqual(9);
  });
});
