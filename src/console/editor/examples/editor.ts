import type { Example } from './example.js';

export const editorExamples: readonly Example[] = [
  {
    name: 'feeds',
    query: `query Feeds {
  feeds {
    slug
    title
    description
    revision
    updatedAt
    atomUrl
    jsonUrl
  }
}`,
  },
  {
    name: 'feed',
    query: `# Take a slug from "feeds".
query Feed($slug: String!) {
  feed(slug: $slug) {
    title
    items(first: 20) {
      nodes {
        reasons
        promotedAt
        pinned
        expiresAt
        post {
          title
          authorName
          publishedAt
          site {
            name
          }
          unit {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
}`,
    variables: { slug: 'longjiang' },
  },
  {
    name: 'changes',
    query: `# Go on from the last seq: changes(after: seq).
query Changes($after: Int) {
  changes(after: $after, first: 50) {
    seq
    type
    at
    post {
      title
    }
    tombstone {
      externalId
      siteCode
    }
  }
}`,
    variables: { after: 0 },
  },
];
