import { type DocumentNode, type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { HubContext } from './context.js';

const MOST_OPERATIONS_A_DOCUMENT = 20;

/** Runs operations as code compiled once a document (graphql-jit): several times the speed of walking the tree each time. */
export function createExecutor(schema: GraphQLSchema) {
  const compiled = new WeakMap<DocumentNode, Map<string, CompiledQuery>>();
  return async (document: DocumentNode, operationName: string | undefined, context: HubContext, variables: Record<string, unknown>): Promise<ExecutionResult> => {
    const operations = compiled.get(document) ?? new Map<string, CompiledQuery>();
    compiled.set(document, operations);
    let operation = operations.get(operationName ?? '');
    if (operation === undefined) {
      const made = compileQuery(schema, document, operationName);
      if (!isCompiledQuery(made)) return withWholeErrors(made);
      operation = made;
      if (operations.size < MOST_OPERATIONS_A_DOCUMENT) operations.set(operationName ?? '', operation);
    }
    return withWholeErrors(await operation.query(undefined, context, variables));
  };
}

/** graphql-jit's errors lack the extensions that Apollo takes for granted. */
function withWholeErrors(result: ExecutionResult): ExecutionResult {
  if (result.errors === undefined) return result;
  const errors = result.errors.map(
    ({ message, path, nodes, originalError, extensions }) =>
      new GraphQLError(message, { nodes, path, originalError, extensions: (extensions as Record<string, unknown> | undefined) ?? {} }),
  );
  return { ...result, errors };
}
