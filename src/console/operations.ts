import { graphql } from './gql/index.js';

/** Who has signed in; null for nobody. */
export const viewerQuery = graphql(`
  query Viewer {
    viewer {
      __typename
      ... on MemberViewer {
        name
        roles
      }
      ... on SiteViewer {
        ownSite: site {
          name
        }
      }
    }
  }
`);

export const queuesQuery = graphql(`
  query ReviewQueues {
    reviewQueues {
      name
      openCount
      claimedCount
      overdueCount
      oldestDueAt
    }
  }
`);

export const policyQuery = graphql(`
  query Policy {
    policy {
      version
      categories {
        code
        zh: definition(language: ZH)
        en: definition(language: EN)
      }
    }
  }
`);

// All that a moderator sees of a review on the desk; the operations below name it.
graphql(`
  fragment ReviewOnDesk on Review {
    id
    queue
    reason
    severity
    dueAt
    claim {
      token
      expiresAt
    }
    findings {
      rule
      category
      severity
      confidence
      zh: explanation(language: ZH)
      en: explanation(language: EN)
      spans {
        start
        end
      }
      titleSpans {
        start
        end
      }
    }
    post {
      id
      title
      text
      url
      authorName
      publishedAt
      strand
      workType
      standing
      revision
      media {
        kind
        alt
      }
      site {
        name
      }
      unit {
        name
        parent {
          name
        }
      }
    }
  }
`);

/** Claimed reviews; `claim` is there only for one's own. */
export const claimedQuery = graphql(`
  query ClaimedReviews {
    reviews(state: CLAIMED, first: 100) {
      nodes {
        ...ReviewOnDesk
      }
    }
  }
`);

export const claimMutation = graphql(`
  mutation ClaimReviews($input: ClaimReviewsInput!) {
    claimReviews(input: $input) {
      reviews {
        ...ReviewOnDesk
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const renewMutation = graphql(`
  mutation RenewClaims($input: RenewClaimsInput!) {
    renewClaims(input: $input) {
      reviews {
        id
        claim {
          token
          expiresAt
        }
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const releaseMutation = graphql(`
  mutation ReleaseReviews($input: ReleaseReviewsInput!) {
    releaseReviews(input: $input) {
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const decideMutation = graphql(`
  mutation DecideReview($input: DecideReviewInput!) {
    decideReview(input: $input) {
      decision {
        id
        action
        decidedAt
      }
      post {
        id
        title
        standing
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);

export const undoMutation = graphql(`
  mutation UndoDecision($input: UndoDecisionInput!) {
    undoDecision(input: $input) {
      post {
        id
        standing
      }
      userErrors {
        code
        message
        field
      }
    }
  }
`);
