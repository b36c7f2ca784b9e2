import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { readPageByHand, tellReady } from './read-page-by-hand.js';

/** The rival with GraphQL: Mercurius, every operation compiled from its second run on, over the same statement as the one without. */
const SCHEMA = `
  type Query { feed(slug: String!): Feed }
  type Feed { slug: String! items(first: Int = 20): FeedItems! }
  type FeedItems { nodes: [FeedItem!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! }
  type FeedItem { promotedAt: String! post: Post! }
  type Post { id: ID! title: String! url: String! authorName: String! publishedAt: String! strand: String! unit: Place! site: Place! }
  type Place { code: String! name: String! }`;

const server = Fastify();
await server.register(mercurius, { schema: SCHEMA, jit: 1, resolvers: { Query: { feed: (_root: unknown, { slug }: { slug: string }) => readPageByHand(slug) } } });
await server.listen({ port: 0, host: '127.0.0.1' });
tellReady((server.server.address() as AddressInfo).port, '/graphql');
