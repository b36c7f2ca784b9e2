import { describe, expect, it } from '@jest/globals';
import { type Exchange, keepExchange, operationNames, showQuery, showVariables } from '../../src/console/hub/exchange.js';

const exchange = (id: number): Exchange => ({ id, name: 'ClaimReviews', query: '', variables: '', outcome: 'OK', milliseconds: 1 });

describe('showing the operations that the console ran', () => {
  it('keeps the last twenty, the newest in front', () => {
    const kept = Array.from({ length: 25 }, (_, position) => exchange(position)).reduce<readonly Exchange[]>(keepExchange, []);
    expect(kept.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, position) => 24 - position));
  });

  it('names them as their documents do', () => {
    expect(operationNames('mutation ClaimReviews($input: ClaimReviewsInput!) { a }')).toEqual(['ClaimReviews']);
    expect(operationNames('query A { a } query B { b } fragment C on D { e }')).toEqual(['A', 'B']);
    expect(operationNames('{ viewer { __typename } }')).toEqual([]);
  });

  it('shows a document as a person would write it, and no variables where there are none', () => {
    expect(showQuery('\n  query A {\n    a\n  }\n    fragment B on C {\n  d\n}')).toBe('query A {\n    a\n  }\n\nfragment B on C {\n  d\n}');
    expect(showVariables({})).toBe('');
    expect(showVariables({ input: { count: 1 } })).toBe('{\n  "input": {\n    "count": 1\n  }\n}');
  });
});
