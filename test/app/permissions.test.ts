import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphQLArgument, type GraphQLInputType, type GraphQLObjectType, isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isLeafType } from 'graphql';
import { createClient } from 'graphql-sse';
import { HubContext, ROLES, type Role, anonymous, isAllowed, ruleOf } from '../../src/platform/index.js';
import { buildHubSchema } from '../../src/schema.js';
import { type TestHub, startTestHub } from '../support/hub.js';

const schema = buildHubSchema();
const types = Object.values(schema.getTypeMap()).filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'));
const viewers: (Role | 'nobody')[] = ['nobody', ...ROLES];

/** A value that the type system takes; whether it makes sense is beside the point here. */
function dummy(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return dummy(type.ofType);
  if (isListType(type)) return [dummy(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    return Object.fromEntries(Object.values(type.getFields()).filter((field) => isNonNullType(field.type)).map((field) => [field.name, dummy(field.type)]));
  }
  return { Int: 1, Float: 1, Boolean: true, Date: '2026-03-05', DateTime: '2026-03-05T00:00:00Z' }[type.name] ?? 'nothing';
}

function operationOf(kind: 'query' | 'mutation', name: string, args: readonly GraphQLArgument[], leaf: boolean): { document: string; variables: Record<string, unknown> } {
  const needed = args.filter((argument) => isNonNullType(argument.type) && argument.defaultValue === undefined);
  const declared = needed.map((argument) => `$${argument.name}: ${String(argument.type)}`).join(', ');
  const given = needed.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  return {
    document: `${kind} Probe${declared && `(${declared})`} { ${name}${given && `(${given})`}${leaf ? '' : ' { __typename }'} }`,
    variables: Object.fromEntries(needed.map((argument) => [argument.name, dummy(argument.type)])),
  };
}

describe('who may do what', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub({ worker: false });
  });
  afterAll(() => hub.close());

  const tokenOf = (role: Role | 'nobody'): string | undefined =>
    ({
      nobody: undefined,
      AGGREGATOR: hub.tokens.aggregator,
      PARTNER: hub.tokens.partner['hljwm'],
      MODERATOR: hub.tokens.moderator,
      LEAD: hub.tokens.lead,
      EDITOR: hub.tokens.editor,
      ORGANISER: hub.tokens.organiser,
      OPERATOR: hub.tokens.operator,
      DASHBOARD: hub.tokens.dashboard,
    })[role];

  it.each(viewers)('over HTTP %s reaches the operations of the table and no other', async (role) => {
    const roles: readonly Role[] = role === 'nobody' ? [] : role === 'LEAD' ? ['LEAD', 'MODERATOR'] : [role];
    for (const [kind, type] of [['query', schema.getQueryType()], ['mutation', schema.getMutationType()]] as const) {
      for (const field of Object.values(type?.getFields() ?? {})) {
        const rule = ruleOf(type?.name ?? '', field.name);
        const output = isNonNullType(field.type) ? field.type.ofType : field.type;
        const { document, variables } = operationOf(kind, field.name, field.args, isLeafType(output));
        const { errors } = await hub.graphql(document, variables, tokenOf(role));
        const codes = JSON.stringify([errors?.map((error) => error.extensions.code) ?? []]);
        const refused = /UNAUTHENTICATED|FORBIDDEN/.test(codes);
        const allowed = rule !== undefined && isAllowed({ actor: 'test', roles }, rule);
        expect(`${field.name} ${refused ? 'refused' : 'reached'}`).toBe(`${field.name} ${allowed ? 'reached' : 'refused'}`);
      }
    }
  });

  it.each(viewers)('by stream %s reaches the subscriptions of the table and no other', async (role) => {
    const roles: readonly Role[] = role === 'nobody' ? [] : role === 'LEAD' ? ['LEAD', 'MODERATOR'] : [role];
    const token = tokenOf(role);
    const client = createClient({ url: `${hub.url}/graphql/stream`, retryAttempts: 0, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
    for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
      const stream = client.iterate({ query: `subscription { ${field.name} { __typename } }` });
      const { value } = (await stream.next()) as { value: { errors?: { extensions: { code: string } }[] } };
      await stream.return?.();
      const refused = value.errors?.some(({ extensions }) => /UNAUTHENTICATED|FORBIDDEN/.test(extensions.code)) === true;
      const rule = ruleOf('Subscription', field.name);
      expect(`${field.name} ${refused ? 'refused' : 'reached'}`).toBe(`${field.name} ${rule !== undefined && isAllowed({ actor: 'test', roles }, rule) ? 'reached' : 'refused'}`);
    }
  });

  it('lets nobody but signed-in people and services past the public feeds', () => {
    const open = Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((field) => ruleOf('Query', field) === 'EVERYONE');
    expect(open.sort()).toEqual(['feed', 'feeds', 'node', 'nodes', 'viewer']);
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {}).filter((field) => ruleOf('Mutation', field) === 'EVERYONE')).toEqual([]);
  });

  it('guards every field of every type by itself, however it was reached', async () => {
    for (const type of types) {
      for (const field of Object.values(type.getFields())) {
        const rule = ruleOf(type.name, field.name);
        expect(rule).toBeDefined();
        for (const role of viewers) {
          const viewer = role === 'nobody' ? anonymous : { actor: 'test', roles: [role] };
          const context = new HubContext(viewer, hub.db, hub.clock, hub.config, 'test', hub.url);
          const code = await refusal(() => field.resolve?.({}, {}, context, {} as never));
          const allowed = rule !== undefined && isAllowed(viewer, rule);
          expect(`${type.name}.${field.name} for ${role}: ${code}`).toBe(`${type.name}.${field.name} for ${role}: ${allowed ? 'not refused' : role === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN'}`);
        }
      }
    }
  });

  it('refuses a token that opens nothing, everywhere', async () => {
    expect(await hub.graphql('{ feeds { slug } }', {}, 'wmk_wrong')).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    for (const path of ['/queues', '/metrics']) {
      expect((await fetch(hub.url + path)).status).toBe(401);
      expect((await fetch(hub.url + path, { headers: { authorization: `Bearer ${hub.tokens.moderator}` } })).status).toBe(403);
      expect((await fetch(hub.url + path, { headers: { authorization: `Bearer ${hub.tokens.operator}` } })).status).toBe(200);
    }
  });
});

/** The code with which the guard refuses; what a resolver does with nonsense after the guard let it through does not matter. */
async function refusal(attempt: () => unknown): Promise<string> {
  try {
    await attempt();
  } catch (fault) {
    const { code, message } = fault as { code?: string; message: string };
    if (code === 'UNAUTHENTICATED' && message.startsWith('Sign in, or send a key, to use ')) return code;
    if (code === 'FORBIDDEN' && message.startsWith('None of your roles may use ')) return code;
  }
  return 'not refused';
}
