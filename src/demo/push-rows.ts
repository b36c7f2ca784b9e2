import { UsageError } from '../platform/index.js';

/** How a row fared. */
export interface RowResult {
  readonly externalId: string;
  readonly outcome: 'CREATED' | 'REVISED' | 'UNCHANGED' | 'REJECTED';
  readonly error: { readonly code: string; readonly message: string; readonly field: string | null } | null;
}

const PUSH = `mutation Push($input: PushPostsInput!) {
  pushPosts(input: $input) { results { externalId outcome error { code message field } } userErrors { code message field } }
}`;

interface PushAnswer {
  data?: { pushPosts: { results: RowResult[] | null; userErrors: { code: string; message: string }[] } | null };
  errors?: { message: string; extensions?: { code?: string } }[];
}

const PATIENCE_MS = 60_000;

/**
 * Pushes up to 500 rows over HTTP. A hub that is away for a while is waited for: pushing again is safe.
 * @throws UsageError when the hub refuses the request as a whole
 */
export async function pushRows(hub: { url: string; token: string }, posts: readonly object[]): Promise<RowResult[]> {
  const deadline = Date.now() + PATIENCE_MS;
  for (let wait = 250; ; wait = Math.min(wait * 2, 5_000)) {
    const answer = await send(hub, posts).catch(unlessUnreachable);
    if (answer !== undefined) return resultsOf(answer);
    if (Date.now() > deadline) throw new UsageError(`The hub at ${hub.url} does not answer. Run the same command again when it does: nothing is pushed twice.`);
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
}

async function send(hub: { url: string; token: string }, posts: readonly object[]): Promise<PushAnswer> {
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${hub.token}` },
    body: JSON.stringify({ query: PUSH, variables: { input: { posts } } }),
  });
  return (await response.json()) as PushAnswer;
}

/** fetch tells of a connection refused or cut off as a TypeError; by name, because it may come from another realm. */
function unlessUnreachable(fault: Error): undefined {
  if (fault.name !== 'TypeError') throw fault;
}

function resultsOf(answer: PushAnswer): RowResult[] {
  const [refusal] = [...(answer.errors ?? []), ...(answer.data?.pushPosts?.userErrors ?? [])];
  const results = answer.data?.pushPosts?.results;
  if (refusal !== undefined || results === undefined || results === null) throw new UsageError(`The hub refused the push: ${refusal?.message ?? 'no reason given'}`);
  return results;
}
