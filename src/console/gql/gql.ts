/* eslint-disable */
import * as types from './graphql.js';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query Viewer {\n    viewer {\n      __typename\n      ... on MemberViewer {\n        name\n        roles\n      }\n      ... on SiteViewer {\n        ownSite: site {\n          name\n        }\n      }\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  query ReviewQueues {\n    reviewQueues {\n      name\n      openCount\n      claimedCount\n      overdueCount\n      oldestDueAt\n    }\n  }\n": typeof types.ReviewQueuesDocument,
    "\n  query Policy {\n    policy {\n      version\n      categories {\n        code\n        zh: definition(language: ZH)\n        en: definition(language: EN)\n      }\n    }\n  }\n": typeof types.PolicyDocument,
    "\n  fragment ReviewOnDesk on Review {\n    id\n    queue\n    reason\n    severity\n    dueAt\n    claim {\n      token\n      expiresAt\n    }\n    findings {\n      rule\n      category\n      severity\n      confidence\n      zh: explanation(language: ZH)\n      en: explanation(language: EN)\n      spans {\n        start\n        end\n      }\n      titleSpans {\n        start\n        end\n      }\n    }\n    post {\n      id\n      title\n      text\n      url\n      authorName\n      publishedAt\n      strand\n      workType\n      standing\n      revision\n      media {\n        kind\n        alt\n      }\n      site {\n        name\n      }\n      unit {\n        name\n        parent {\n          name\n        }\n      }\n    }\n  }\n": typeof types.ReviewOnDeskFragmentDoc,
    "\n  query ClaimedReviews {\n    reviews(state: CLAIMED, first: 100) {\n      nodes {\n        ...ReviewOnDesk\n      }\n    }\n  }\n": typeof types.ClaimedReviewsDocument,
    "\n  mutation ClaimReviews($input: ClaimReviewsInput!) {\n    claimReviews(input: $input) {\n      reviews {\n        ...ReviewOnDesk\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.ClaimReviewsDocument,
    "\n  mutation RenewClaims($input: RenewClaimsInput!) {\n    renewClaims(input: $input) {\n      reviews {\n        id\n        claim {\n          token\n          expiresAt\n        }\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.RenewClaimsDocument,
    "\n  mutation ReleaseReviews($input: ReleaseReviewsInput!) {\n    releaseReviews(input: $input) {\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.ReleaseReviewsDocument,
    "\n  mutation DecideReview($input: DecideReviewInput!) {\n    decideReview(input: $input) {\n      decision {\n        id\n        action\n        decidedAt\n      }\n      post {\n        id\n        title\n        standing\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.DecideReviewDocument,
    "\n  mutation UndoDecision($input: UndoDecisionInput!) {\n    undoDecision(input: $input) {\n      post {\n        id\n        standing\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": typeof types.UndoDecisionDocument,
};
const documents: Documents = {
    "\n  query Viewer {\n    viewer {\n      __typename\n      ... on MemberViewer {\n        name\n        roles\n      }\n      ... on SiteViewer {\n        ownSite: site {\n          name\n        }\n      }\n    }\n  }\n": types.ViewerDocument,
    "\n  query ReviewQueues {\n    reviewQueues {\n      name\n      openCount\n      claimedCount\n      overdueCount\n      oldestDueAt\n    }\n  }\n": types.ReviewQueuesDocument,
    "\n  query Policy {\n    policy {\n      version\n      categories {\n        code\n        zh: definition(language: ZH)\n        en: definition(language: EN)\n      }\n    }\n  }\n": types.PolicyDocument,
    "\n  fragment ReviewOnDesk on Review {\n    id\n    queue\n    reason\n    severity\n    dueAt\n    claim {\n      token\n      expiresAt\n    }\n    findings {\n      rule\n      category\n      severity\n      confidence\n      zh: explanation(language: ZH)\n      en: explanation(language: EN)\n      spans {\n        start\n        end\n      }\n      titleSpans {\n        start\n        end\n      }\n    }\n    post {\n      id\n      title\n      text\n      url\n      authorName\n      publishedAt\n      strand\n      workType\n      standing\n      revision\n      media {\n        kind\n        alt\n      }\n      site {\n        name\n      }\n      unit {\n        name\n        parent {\n          name\n        }\n      }\n    }\n  }\n": types.ReviewOnDeskFragmentDoc,
    "\n  query ClaimedReviews {\n    reviews(state: CLAIMED, first: 100) {\n      nodes {\n        ...ReviewOnDesk\n      }\n    }\n  }\n": types.ClaimedReviewsDocument,
    "\n  mutation ClaimReviews($input: ClaimReviewsInput!) {\n    claimReviews(input: $input) {\n      reviews {\n        ...ReviewOnDesk\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.ClaimReviewsDocument,
    "\n  mutation RenewClaims($input: RenewClaimsInput!) {\n    renewClaims(input: $input) {\n      reviews {\n        id\n        claim {\n          token\n          expiresAt\n        }\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.RenewClaimsDocument,
    "\n  mutation ReleaseReviews($input: ReleaseReviewsInput!) {\n    releaseReviews(input: $input) {\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.ReleaseReviewsDocument,
    "\n  mutation DecideReview($input: DecideReviewInput!) {\n    decideReview(input: $input) {\n      decision {\n        id\n        action\n        decidedAt\n      }\n      post {\n        id\n        title\n        standing\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.DecideReviewDocument,
    "\n  mutation UndoDecision($input: UndoDecisionInput!) {\n    undoDecision(input: $input) {\n      post {\n        id\n        standing\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n": types.UndoDecisionDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      __typename\n      ... on MemberViewer {\n        name\n        roles\n      }\n      ... on SiteViewer {\n        ownSite: site {\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').ViewerDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReviewQueues {\n    reviewQueues {\n      name\n      openCount\n      claimedCount\n      overdueCount\n      oldestDueAt\n    }\n  }\n"): typeof import('./graphql.js').ReviewQueuesDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Policy {\n    policy {\n      version\n      categories {\n        code\n        zh: definition(language: ZH)\n        en: definition(language: EN)\n      }\n    }\n  }\n"): typeof import('./graphql.js').PolicyDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReviewOnDesk on Review {\n    id\n    queue\n    reason\n    severity\n    dueAt\n    claim {\n      token\n      expiresAt\n    }\n    findings {\n      rule\n      category\n      severity\n      confidence\n      zh: explanation(language: ZH)\n      en: explanation(language: EN)\n      spans {\n        start\n        end\n      }\n      titleSpans {\n        start\n        end\n      }\n    }\n    post {\n      id\n      title\n      text\n      url\n      authorName\n      publishedAt\n      strand\n      workType\n      standing\n      revision\n      media {\n        kind\n        alt\n      }\n      site {\n        name\n      }\n      unit {\n        name\n        parent {\n          name\n        }\n      }\n    }\n  }\n"): typeof import('./graphql.js').ReviewOnDeskFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ClaimedReviews {\n    reviews(state: CLAIMED, first: 100) {\n      nodes {\n        ...ReviewOnDesk\n      }\n    }\n  }\n"): typeof import('./graphql.js').ClaimedReviewsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClaimReviews($input: ClaimReviewsInput!) {\n    claimReviews(input: $input) {\n      reviews {\n        ...ReviewOnDesk\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.js').ClaimReviewsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewClaims($input: RenewClaimsInput!) {\n    renewClaims(input: $input) {\n      reviews {\n        id\n        claim {\n          token\n          expiresAt\n        }\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.js').RenewClaimsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReleaseReviews($input: ReleaseReviewsInput!) {\n    releaseReviews(input: $input) {\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.js').ReleaseReviewsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DecideReview($input: DecideReviewInput!) {\n    decideReview(input: $input) {\n      decision {\n        id\n        action\n        decidedAt\n      }\n      post {\n        id\n        title\n        standing\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.js').DecideReviewDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation UndoDecision($input: UndoDecisionInput!) {\n    undoDecision(input: $input) {\n      post {\n        id\n        standing\n      }\n      userErrors {\n        code\n        message\n        field\n      }\n    }\n  }\n"): typeof import('./graphql.js').UndoDecisionDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
