import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled';
import { GraphQLError, type GraphQLSchema, OperationTypeNode, Kind, type OperationDefinitionNode } from 'graphql';
import { HubError } from '../errors.js';
import { limitComplexity } from './complexity.js';
import type { HubContext } from './context.js';
import { createExecutor } from './execute.js';
import { formatError, newReference } from './format-error.js';

/** More than any sane operation needs; stops floods of aliases before they are walked. */
const MOST_TOKENS = 8_000;

/** Root fields whose answers are the same for everyone and record what they depend on. */
const KEEPABLE = new Set(['feed', 'feeds', '__typename']);

/** Apollo over graphql-jit, with limits and coded errors. `report` gets each fault that callers only see masked. */
export function createApollo(schema: GraphQLSchema, report: (fault: unknown, reference: string) => void): ApolloServer<HubContext> {
  const execute = createExecutor(schema);
  return new ApolloServer<HubContext>({
    gateway: {
      onSchemaLoadOrUpdate: (tell) => {
        tell({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      load: () =>
        Promise.resolve({
          executor: ({ document, operationName, context, request }) =>
            execute(document, operationName ?? undefined, context as unknown as HubContext, (request.variables as Record<string, unknown> | undefined) ?? {}) as never,
        }),
      stop: () => Promise.resolve(),
    },
    introspection: true,
    // The session cookie is SameSite=Strict, POST takes JSON only, and GET answers nothing but queries.
    csrfPrevention: false,
    parseOptions: { maxTokens: MOST_TOKENS },
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    formatError: (formatted, fault) => {
      const reference = newReference();
      return formatError(formatted, fault, reference, (cause) => report(cause, reference));
    },
    // The cache-control plugin would wrap every resolver; the response cache does its work.
    plugins: [limits(schema), ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), ApolloServerPluginUsageReportingDisabled()],
  });
}

function limits(schema: GraphQLSchema): ApolloServerPlugin<HubContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ document, operation, request, contextValue, operationName }) {
          if (operation === undefined) throw refusal(new HubError('UNKNOWN_OPERATION', 'The document has no operation of this name, or several and none was named.', 'operationName'));
          try {
            limitComplexity(schema, document, operationName ?? undefined, request.variables ?? {});
          } catch (fault) {
            throw fault instanceof HubError ? refusal(fault) : fault;
          }
          if (mayBeKept(operation)) contextValue.mayBeKept();
          return Promise.resolve();
        },
      }),
  };
}

/** An operation refused before it runs is the caller's fault: 400, where Apollo would say 500. */
function refusal(error: HubError): GraphQLError {
  return new GraphQLError(error.message, { originalError: error, extensions: { code: error.code, http: { status: 400 } } });
}

function mayBeKept(operation: OperationDefinitionNode): boolean {
  return (
    operation.operation === OperationTypeNode.QUERY &&
    operation.selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && KEEPABLE.has(selection.name.value))
  );
}

