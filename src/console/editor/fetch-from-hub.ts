interface Params {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: unknown;
}

/** Sends what stands in the editor to the hub, as the person who is signed in, and returns its answer, errors included. */
export async function fetchFromHub({ query, operationName, variables }: Params): Promise<object> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, operationName, variables }),
    credentials: 'same-origin',
  });
  return (await response.json()) as object;
}
