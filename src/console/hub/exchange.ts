/** One operation that an action ran, so that its user sees how to do the same by hand. */
export interface Exchange {
  readonly id: number;
  readonly name: string;
  readonly query: string;
  /** JSON, as the editor shows it. */
  readonly variables: string;
  readonly outcome: 'OK' | 'REFUSED' | 'FAILED';
  readonly milliseconds: number;
}

/** What is opened in the editor. */
export type Draft = Pick<Exchange, 'query' | 'variables'>;

const MOST_KEPT = 20;

/** The list with one more, newest first, the oldest forgotten. */
export function keepExchange(kept: readonly Exchange[], exchange: Exchange): readonly Exchange[] {
  return [exchange, ...kept].slice(0, MOST_KEPT);
}

/** The names of a document's operations, e.g. `ClaimReviews`. */
export function operationNames(query: string): readonly string[] {
  return [...query.matchAll(/\b(?:query|mutation|subscription)\s+(\w+)/g)].map(([, name = '']) => name);
}

/** A document as a person would write it: fragments begin their own lines. */
export function showQuery(query: string): string {
  return query.trim().replaceAll(/\n\s*fragment /g, '\n\nfragment ');
}

/** Variables as the editor shows them: nothing where there are none. */
export function showVariables(variables: unknown): string {
  const text = JSON.stringify(variables, null, 2);
  return text === '{}' ? '' : text;
}
