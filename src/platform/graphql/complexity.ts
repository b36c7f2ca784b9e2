import { type DocumentNode, type GraphQLSchema, Kind, visit } from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { HubError } from '../errors.js';

const MOST = 20_000;
const SIZES = ['first', 'count'];

/** A field costs one; what is below it counts once for each node that the arguments ask for. */
const estimate: ComplexityEstimator = ({ args, childComplexity }) => {
  const size = SIZES.map((name) => args[name] as unknown).find((value): value is number => typeof value === 'number');
  return 1 + childComplexity * Math.max(1, size ?? 1);
};

/** Costs that no variable can change, so that they need to be reckoned only once a document. */
const fixedCosts = new WeakMap<DocumentNode, Map<string, number>>();

/**
 * Refuses an operation that could ask for too much.
 * @throws HubError QUERY_TOO_COMPLEX
 */
export function limitComplexity(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined, variables: Record<string, unknown>): void {
  const known = fixedCosts.get(document)?.get(operationName ?? '');
  const cost = known ?? getComplexity({ schema, query: document, ...(operationName !== undefined && { operationName }), variables, estimators: [estimate] });
  if (known === undefined && !variesBySize(document)) {
    const costs = fixedCosts.get(document) ?? new Map<string, number>();
    costs.set(operationName ?? '', cost);
    fixedCosts.set(document, costs);
  }
  if (cost > MOST) {
    throw new HubError('QUERY_TOO_COMPLEX', `This operation could touch ${cost} fields, and ${MOST} are allowed: ask for smaller pages or fewer fields.`);
  }
}

function variesBySize(document: DocumentNode): boolean {
  let varies = false;
  visit(document, {
    Argument: (node) => {
      if (SIZES.includes(node.name.value) && node.value.kind !== Kind.INT) varies = true;
    },
    // an input object may come whole as a variable, with a count inside
    Directive: () => {
      varies = true;
    },
  });
  return varies;
}
