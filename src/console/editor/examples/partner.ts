import type { Example } from './example.js';

export const partnerExamples: readonly Example[] = [
  {
    name: 'push',
    query: `# A partner sends this with its own key: "Authorization: Bearer …".
# Sending it twice stores it once: the second time the outcome is UNCHANGED.
mutation Push($input: PushPostsInput!) {
  pushPosts(input: $input) {
    results {
      externalId
      outcome
      post {
        id
        standing
      }
      error {
        code
        message
        field
      }
    }
    userErrors {
      code
      message
    }
  }
}`,
    variables: {
      input: {
        posts: [
          {
            externalId: 'example-1',
            title: '楼道里的一盏灯',
            text: '三楼的灯坏了半个月，昨晚忽然亮了。灯座上贴着一张字条：换好了，晚归的人慢点走。',
            url: 'https://site.example.org/posts/example-1',
            publishedAt: '2026-03-05T08:00:00+08:00',
            authorName: '一位住户',
            strand: 'ESSAY',
          },
        ],
      },
    },
  },
  {
    name: 'myPosts',
    query: `query MyPosts {
  viewer {
    ... on SiteViewer {
      site {
        name
        posts(first: 20) {
          nodes {
            externalId
            title
            standing
            statements {
              category
              facts
              appealBy
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
}`,
  },
  {
    name: 'withdraw',
    query: `mutation Withdraw($input: WithdrawPostInput!) {
  withdrawPost(input: $input) {
    post {
      externalId
      standing
    }
    userErrors {
      code
      message
    }
  }
}`,
    variables: { input: { externalId: 'example-1', reason: '作者要求撤稿' } },
  },
];
