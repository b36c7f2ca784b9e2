import { type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema, defaultFieldResolver, isObjectType } from 'graphql';
import { type Rule, isAllowed, permissions, ruleOf } from '../auth/permissions.js';
import { HubError } from '../errors.js';
import type { HubContext } from './context.js';
import { toUserError } from './user-error.js';

/**
 * Puts the table of permissions in front of every field, and turns a mutation's expected failures into `userErrors`.
 * @throws Error when a field has no rule, or a rule has no type: the table and the schema must tell of the same things
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType).filter((type) => !type.name.startsWith('__'));
  const names = new Set(types.map((type) => type.name));
  const strangers = Object.keys(permissions).filter((name) => !names.has(name));
  if (strangers.length > 0) throw new Error(`The table of permissions names types that do not exist: ${strangers.join(', ')}.`);
  for (const type of types) {
    for (const field of Object.values(type.getFields()) as GraphQLField<unknown, HubContext>[]) {
      const rule = ruleOf(type.name, field.name);
      if (rule === undefined) throw new Error(`${type.name}.${field.name} is not in the table of permissions.`);
      if (type === schema.getMutationType()) field.resolve = withUserErrors(resolverOf(field));
      if (rule === 'EVERYONE') continue;
      field.resolve = guarded(resolverOf(field), rule, `${type.name}.${field.name}`);
      if (field.subscribe !== undefined) field.subscribe = guarded(field.subscribe, rule, `${type.name}.${field.name}`);
    }
  }
  return schema;
}

type Resolver = GraphQLFieldResolver<unknown, HubContext>;

function resolverOf(field: GraphQLField<unknown, HubContext>): Resolver {
  return field.resolve ?? defaultFieldResolver;
}

function guarded(resolve: Resolver, rule: Rule, name: string): Resolver {
  return (source, args, context, info) => {
    if (!isAllowed(context.viewer, rule)) {
      throw context.viewer.roles.length === 0
        ? new HubError('UNAUTHENTICATED', `Sign in, or send a key, to use ${name}.`)
        : new HubError('FORBIDDEN', `None of your roles may use ${name}.`);
    }
    return resolve(source, args, context, info);
  };
}

function withUserErrors(resolve: Resolver): Resolver {
  return async (source, args, context, info) => {
    try {
      return await resolve(source, args, context, info);
    } catch (fault) {
      if (fault instanceof HubError) return { userErrors: [toUserError(fault)] };
      throw fault;
    }
  };
}
