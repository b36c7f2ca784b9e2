import { useCallback, useRef, useState } from 'react';
import type { TypedDocumentString } from '../gql/graphql.js';
import { ask } from './ask.js';
import { type Exchange, keepExchange, operationNames, showQuery, showVariables } from './exchange.js';
import { toRefusal } from './refusal.js';

/** Asks the hub for an action of the user, and keeps the operation for the log. */
export type Act = <Result, Variables>(document: TypedDocumentString<Result, Variables>, variables: Variables) => Promise<Result>;

/** The way to act on the hub, and what was run that way, newest first. */
export function useHub(): { act: Act; exchanges: readonly Exchange[] } {
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([]);
  const count = useRef(0);
  const act = useCallback<Act>(async (document, variables) => {
    const startedAt = performance.now();
    const keep = (outcome: Exchange['outcome']): void => {
      count.current += 1;
      const exchange: Exchange = {
        id: count.current,
        name: operationNames(String(document))[0] ?? '',
        query: showQuery(String(document)),
        variables: showVariables(variables),
        outcome,
        milliseconds: Math.round(performance.now() - startedAt),
      };
      setExchanges((kept) => keepExchange(kept, exchange));
    };
    try {
      const result = await ask(document, variables);
      keep('OK');
      return result;
    } catch (fault) {
      const refusal = toRefusal(fault);
      keep(refusal.code === 'NETWORK' ? 'FAILED' : 'REFUSED');
      throw refusal;
    }
  }, []);
  return { act, exchanges };
}
