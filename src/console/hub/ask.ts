import type { TypedDocumentString } from '../gql/graphql.js';
import { Refusal } from './refusal.js';

interface Told {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly extensions?: { readonly code?: unknown };
}

interface Reply {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly Told[];
}

/**
 * Sends one operation to the hub as the person whose session cookie the browser holds.
 * @returns its data, all of it
 * @throws Refusal with the first code that the hub told: of a top-level error, or of a payload's `userErrors`;
 *   NETWORK when no answer came or it was no GraphQL
 */
export async function ask<Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables, signal?: AbortSignal): Promise<Result> {
  const reply = await send(String(document), variables, signal);
  const told = reply.errors?.[0] ?? firstUserError(reply.data);
  if (told !== undefined) throw toRefusal(told);
  if (reply.data === undefined || reply.data === null) throw new Refusal('NETWORK', 'The answer has no data.');
  return reply.data as Result;
}

async function send(query: string, variables: unknown, signal: AbortSignal | undefined): Promise<Reply> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ query, variables }),
      credentials: 'same-origin',
      ...(signal !== undefined && { signal }),
    });
    return (await response.json()) as Reply;
  } catch (fault) {
    throw new Refusal('NETWORK', fault instanceof Error ? fault.message : String(fault));
  }
}

function firstUserError(data: Reply['data']): Told | undefined {
  return Object.values(data ?? {})
    .flatMap((payload) => (payload as { userErrors?: readonly Told[] } | null)?.userErrors ?? [])
    .at(0);
}

function toRefusal({ code, extensions, message }: Told): Refusal {
  const told = code ?? extensions?.code;
  return new Refusal(typeof told === 'string' ? told : 'OTHER', typeof message === 'string' ? message : '');
}
