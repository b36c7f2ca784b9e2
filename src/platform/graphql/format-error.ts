import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { HubError } from '../errors.js';

/** PostgreSQL's class 22: data that cannot be stored or compared, e.g. a NUL character in a text. */
const DATA_EXCEPTION = /^22/;

/**
 * Maps what went wrong to what the caller is told: expected failures with their code and sentence,
 * faults masked with a reference under which the log has the whole story.
 * @param report called with each fault that was masked
 */
export function formatError(formatted: GraphQLFormattedError, fault: unknown, reference: string, report: (fault: unknown) => void): GraphQLFormattedError {
  const cause = rootOf(fault);
  const place = { ...(formatted.locations && { locations: formatted.locations }), ...(formatted.path && { path: formatted.path }) };
  if (cause instanceof HubError) {
    return { message: cause.message, ...place, extensions: { code: cause.code, ...(cause.field !== undefined && { field: cause.field }) } };
  }
  if (DATA_EXCEPTION.test((cause as { code?: string } | undefined)?.code ?? '')) {
    return { message: 'A value holds something that cannot be stored, such as a NUL character.', ...place, extensions: { code: 'BAD_USER_INPUT' } };
  }
  if (cause instanceof GraphQLError) return { message: formatted.message, ...place, extensions: { code: codeOf(formatted) } };
  report(cause);
  return { message: `Something went wrong on our side. Reference: ${reference}.`, ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', reference } };
}

/** Under which the log has the whole story of a fault that is masked. */
export function newReference(): string {
  return `${Date.now().toString(36)}-${Math.trunc(Math.random() * 1e9).toString(36)}`;
}

function rootOf(fault: unknown): unknown {
  let cause = fault;
  while (cause instanceof GraphQLError && cause.originalError !== undefined && cause.originalError !== null) cause = cause.originalError;
  return cause;
}

/** graphql-jit gives errors in variables no code of their own. */
function codeOf(formatted: GraphQLFormattedError): string {
  const code = formatted.extensions?.['code'];
  return typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR' ? code : 'BAD_USER_INPUT';
}
