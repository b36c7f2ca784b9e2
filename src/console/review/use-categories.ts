import { useEffect, useState } from 'react';
import type { PolicyQuery } from '../gql/graphql.js';
import { ask } from '../hub/ask.js';
import { policyQuery } from '../operations.js';

export type Category = PolicyQuery['policy']['categories'][number];

/** The categories of the policy in force; none until they have come. */
export function useCategories(): readonly Category[] {
  const [categories, setCategories] = useState<readonly Category[]>([]);
  useEffect(() => {
    const abort = new AbortController();
    ask(policyQuery, {}, abort.signal).then(
      ({ policy }) => setCategories(policy.categories),
      () => undefined, // the form still offers the categories of the findings
    );
    return () => abort.abort();
  }, []);
  return categories;
}
