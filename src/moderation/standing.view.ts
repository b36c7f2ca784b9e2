import { registerEnumType } from 'type-graphql';
import type { Standing } from './standing-states.js';

/** The standings as GraphQL names them. */
export const StandingEnum: { readonly [Name in Standing]: Name } = {
  PENDING: 'PENDING',
  HELD: 'HELD',
  PUBLISHABLE: 'PUBLISHABLE',
  RETURNED: 'RETURNED',
  REMOVED: 'REMOVED',
  WITHDRAWN: 'WITHDRAWN',
};

registerEnumType(StandingEnum, {
  name: 'Standing',
  description: 'Where a post stands.',
  valuesConfig: {
    PENDING: { description: 'Not screened yet.' },
    HELD: { description: 'Waits for a person.' },
    PUBLISHABLE: { description: 'Readers may see it.' },
    RETURNED: { description: 'Sent back to its site for changes.' },
    REMOVED: { description: 'Removed by a person, with a statement of reasons.' },
    WITHDRAWN: { description: 'Taken back by its site.' },
  },
});
