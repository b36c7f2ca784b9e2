import type { GraphQLSchema } from 'graphql';
import { type NonEmptyArray, type PubSub, buildSchemaSync } from 'type-graphql';
import { createResolvers as createCampaignResolvers } from './campaign/index.js';
import { resolvers as curation, feedsSection } from './curation/index.js';
import { resolvers as intake } from './intake/index.js';
import { resolvers as moderation } from './moderation/index.js';
import { NodeResolver } from './node.resolver.js';
import { resolvers as organisation } from './organisation/index.js';
import { DateTime, guardSchema } from './platform/index.js';
import { resolvers as statistics } from './statistics/index.js';
import { resolvers as syndication } from './syndication/index.js';

/** type-graphql asks for one; each subscription of the hub brings its own stream. */
const noPubSub: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('A subscription names no stream of its own.');
  },
};

/** The whole schema, every field behind the table of permissions. */
export function buildHubSchema(): GraphQLSchema {
  const resolvers = [organisation, createCampaignResolvers([feedsSection]), intake, moderation, curation, syndication, statistics, [NodeResolver]].flat();
  return guardSchema(
    buildSchemaSync({
      resolvers: resolvers as unknown as NonEmptyArray<new () => object>,
      scalarsMap: [{ type: Date, scalar: DateTime }],
      validate: false,
      pubSub: noPubSub,
    }),
  );
}
