import type { Example } from './example.js';

export const moderatorExamples: readonly Example[] = [
  {
    name: 'queues',
    query: `query Queues {
  reviewQueues {
    name
    openCount
    claimedCount
    overdueCount
    oldestDueAt
    predictedClearAt
  }
}`,
  },
  {
    name: 'openReviews',
    query: `query OpenReviews($queue: String) {
  reviews(queue: $queue, state: OPEN, first: 20) {
    nodes {
      id
      severity
      dueAt
      post {
        title
        site {
          name
        }
      }
      findings {
        category
        explanation
        spans {
          text
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}`,
    variables: { queue: 'incivility' },
  },
  {
    name: 'claim',
    query: `mutation ClaimNext($input: ClaimReviewsInput!) {
  claimReviews(input: $input) {
    reviews {
      id
      dueAt
      claim {
        token
        expiresAt
      }
      post {
        title
        text
      }
    }
    userErrors {
      code
      message
    }
  }
}`,
    variables: { input: { queue: 'incivility', count: 1 } },
  },
  {
    name: 'decide',
    query: `# Fill in reviewId and claimToken from what you claimed.
mutation ReturnPost($input: DecideReviewInput!) {
  decideReview(input: $input) {
    decision {
      id
    }
    post {
      standing
      statements {
        id
        appealBy
      }
    }
    userErrors {
      code
      message
      field
    }
  }
}`,
    variables: {
      input: { reviewId: '', claimToken: '', action: 'RETURN', category: 'deception.spam', rationale: '文末的推广链接与文章无关，请删去后重新推送。' },
    },
  },
  {
    name: 'undo',
    query: `mutation UndoDecision($input: UndoDecisionInput!) {
  undoDecision(input: $input) {
    post {
      standing
    }
    userErrors {
      code
      message
    }
  }
}`,
    variables: { input: { decisionId: '', rationale: '看错了行，撤销。' } },
  },
];
