import { operationNames } from '../hub/exchange.js';

interface Params {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: unknown;
}

/**
 * Sends what stands in the editor to the hub, as the person who is signed in, and returns its answer, errors included.
 * For a moment after a tab opens the editor still holds the operation name of the tab before: such a name is left out.
 */
export async function fetchFromHub({ query, operationName, variables }: Params): Promise<object> {
  const named = typeof operationName === 'string' && operationNames(query).includes(operationName) ? { operationName } : {};
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables, ...named }),
    credentials: 'same-origin',
  });
  return (await response.json()) as object;
}
