/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** A claim that you hold. */
export type ClaimInput = {
  claimToken: string;
  reviewId: string | number;
};

/** Which reviews to claim. */
export type ClaimReviewsInput = {
  /** 1 to 50. */
  count: number;
  /** Name of the queue. */
  queue: string;
};

/** What you decide about a post. */
export type DecideReviewInput = {
  action: DecisionAction;
  /** Code of the category of the policy; RETURN and REMOVE need it. */
  category?: string | null | undefined;
  /** The token of your claim. */
  claimToken: string;
  /** With CLEAR: the post is worth promoting. */
  nominate?: boolean | null | undefined;
  /** The facts in your words; RETURN, REMOVE and ESCALATE need it. The site reads it. */
  rationale?: string | null | undefined;
  reviewId: string | number;
  /** What in the text it is about; without it, the findings' spans. */
  spans?: Array<SpanInput> | null | undefined;
};

/** What a person decides about a post. */
export type DecisionAction =
  /** Readers may see it. */
  | 'CLEAR'
  /** Somebody more experienced shall decide. Needs a rationale. */
  | 'ESCALATE'
  /** Gone from everywhere. Needs a category and a rationale. */
  | 'REMOVE'
  /** Back to the site, for changes. Needs a category and a rationale. */
  | 'RETURN';

/** What a media file holds. */
export type MediaKind =
  | 'AUDIO'
  | 'IMAGE'
  | 'VIDEO';

/** Claims to give back. */
export type ReleaseReviewsInput = {
  claims: Array<ClaimInput>;
};

/** Claims to hold for longer. */
export type RenewClaimsInput = {
  claims: Array<ClaimInput>;
};

/** Why people look at a post. */
export type ReviewReason =
  /** Screening found something. */
  | 'FINDINGS'
  /** A person asked for it. */
  | 'REQUEST'
  /** It was clear, and drawn by lot to check on screening. */
  | 'SAMPLE';

/** What somebody may do; a member may hold several. */
export type Role =
  /** Pushes posts for any site. */
  | 'AGGREGATOR'
  /** Reads figures. */
  | 'DASHBOARD'
  /** Chooses what feeds show. */
  | 'EDITOR'
  /** Leads the reviewers; may undo others' decisions. */
  | 'LEAD'
  /** Claims reviews and decides. */
  | 'MODERATOR'
  /** Runs the hub: queues, metrics. */
  | 'OPERATOR'
  /** Sets up units, campaigns and topics. */
  | 'ORGANISER'
  /** Acts for one partner site. */
  | 'PARTNER';

/** A stretch of the post's text, in UTF-16 units. */
export type SpanInput = {
  /** Where it ends; not part of it. */
  end: number;
  start: number;
};

/** Where a post stands. */
export type Standing =
  /** Waits for a person. */
  | 'HELD'
  /** Not screened yet. */
  | 'PENDING'
  /** Readers may see it. */
  | 'PUBLISHABLE'
  /** Removed by a person, with a statement of reasons. */
  | 'REMOVED'
  /** Sent back to its site for changes. */
  | 'RETURNED'
  /** Taken back by its site. */
  | 'WITHDRAWN';

/** What kind of contribution a work is. */
export type Strand =
  /** 践美行: reports of deeds, with participants and hours. */
  | 'DEED'
  /** 撰美文: essays, posts, comments in public discussions. */
  | 'ESSAY'
  /** 拍美景: photographs, video, micro-films of landscape, custom and good conduct. */
  | 'SCENE'
  /** 颂美德: portraits, interviews and nominations of good people. */
  | 'VIRTUE';

/** A decision to take back. */
export type UndoDecisionInput = {
  decisionId: string | number;
  /** Why; needed to undo somebody else's decision. */
  rationale?: string | null | undefined;
};

/** What kind of work a post is. */
export type WorkType =
  | 'ARTICLE'
  | 'BLOG'
  | 'COMMENT'
  | 'DEED_REPORT'
  | 'FORUM_POST'
  | 'INTERVIEW'
  | 'MICROBLOG'
  | 'MICRO_FILM'
  | 'MOBILE_PAPER'
  | 'NOMINATION'
  | 'PHOTO'
  | 'PORTRAIT'
  | 'VIDEO';

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer:
    | { __typename: 'MemberViewer', name: string, roles: Array<Role> }
    | { __typename: 'SiteViewer', ownSite: { name: string } | null }
   | null };

export type ReviewQueuesQueryVariables = Exact<{ [key: string]: never; }>;


export type ReviewQueuesQuery = { reviewQueues: Array<{ name: string, openCount: number, claimedCount: number, overdueCount: number, oldestDueAt: string | null }> };

export type PolicyQueryVariables = Exact<{ [key: string]: never; }>;


export type PolicyQuery = { policy: { version: string, categories: Array<{ code: string, zh: string, en: string }> } };

export type ReviewOnDeskFragment = { id: string, queue: string, reason: ReviewReason, severity: number, dueAt: string, claim: { token: string, expiresAt: string } | null, findings: Array<{ rule: string, category: string, severity: number, confidence: number, zh: string, en: string, spans: Array<{ start: number, end: number }>, titleSpans: Array<{ start: number, end: number }> }>, post: { id: string, title: string, text: string, url: string, authorName: string, publishedAt: string, strand: Strand, workType: WorkType, standing: Standing, revision: number, media: Array<{ kind: MediaKind, alt: string | null }>, site: { name: string }, unit: { name: string, parent: { name: string } | null } } };

export type ClaimedReviewsQueryVariables = Exact<{ [key: string]: never; }>;


export type ClaimedReviewsQuery = { reviews: { nodes: Array<{ id: string, queue: string, reason: ReviewReason, severity: number, dueAt: string, claim: { token: string, expiresAt: string } | null, findings: Array<{ rule: string, category: string, severity: number, confidence: number, zh: string, en: string, spans: Array<{ start: number, end: number }>, titleSpans: Array<{ start: number, end: number }> }>, post: { id: string, title: string, text: string, url: string, authorName: string, publishedAt: string, strand: Strand, workType: WorkType, standing: Standing, revision: number, media: Array<{ kind: MediaKind, alt: string | null }>, site: { name: string }, unit: { name: string, parent: { name: string } | null } } }> } };

export type ClaimReviewsMutationVariables = Exact<{
  input: ClaimReviewsInput;
}>;


export type ClaimReviewsMutation = { claimReviews: { reviews: Array<{ id: string, queue: string, reason: ReviewReason, severity: number, dueAt: string, claim: { token: string, expiresAt: string } | null, findings: Array<{ rule: string, category: string, severity: number, confidence: number, zh: string, en: string, spans: Array<{ start: number, end: number }>, titleSpans: Array<{ start: number, end: number }> }>, post: { id: string, title: string, text: string, url: string, authorName: string, publishedAt: string, strand: Strand, workType: WorkType, standing: Standing, revision: number, media: Array<{ kind: MediaKind, alt: string | null }>, site: { name: string }, unit: { name: string, parent: { name: string } | null } } }> | null, userErrors: Array<{ code: string, message: string, field: string | null }> } };

export type RenewClaimsMutationVariables = Exact<{
  input: RenewClaimsInput;
}>;


export type RenewClaimsMutation = { renewClaims: { reviews: Array<{ id: string, claim: { token: string, expiresAt: string } | null }> | null, userErrors: Array<{ code: string, message: string, field: string | null }> } };

export type ReleaseReviewsMutationVariables = Exact<{
  input: ReleaseReviewsInput;
}>;


export type ReleaseReviewsMutation = { releaseReviews: { userErrors: Array<{ code: string, message: string, field: string | null }> } };

export type DecideReviewMutationVariables = Exact<{
  input: DecideReviewInput;
}>;


export type DecideReviewMutation = { decideReview: { decision: { id: string, action: DecisionAction, decidedAt: string } | null, post: { id: string, title: string, standing: Standing } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } };

export type UndoDecisionMutationVariables = Exact<{
  input: UndoDecisionInput;
}>;


export type UndoDecisionMutation = { undoDecision: { post: { id: string, standing: Standing } | null, userErrors: Array<{ code: string, message: string, field: string | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ReviewOnDeskFragmentDoc = new TypedDocumentString(`
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
    `, {"fragmentName":"ReviewOnDesk"}) as unknown as TypedDocumentString<ReviewOnDeskFragment, unknown>;
export const ViewerDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const ReviewQueuesDocument = new TypedDocumentString(`
    query ReviewQueues {
  reviewQueues {
    name
    openCount
    claimedCount
    overdueCount
    oldestDueAt
  }
}
    `) as unknown as TypedDocumentString<ReviewQueuesQuery, ReviewQueuesQueryVariables>;
export const PolicyDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<PolicyQuery, PolicyQueryVariables>;
export const ClaimedReviewsDocument = new TypedDocumentString(`
    query ClaimedReviews {
  reviews(state: CLAIMED, first: 100) {
    nodes {
      ...ReviewOnDesk
    }
  }
}
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
}`) as unknown as TypedDocumentString<ClaimedReviewsQuery, ClaimedReviewsQueryVariables>;
export const ClaimReviewsDocument = new TypedDocumentString(`
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
}`) as unknown as TypedDocumentString<ClaimReviewsMutation, ClaimReviewsMutationVariables>;
export const RenewClaimsDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<RenewClaimsMutation, RenewClaimsMutationVariables>;
export const ReleaseReviewsDocument = new TypedDocumentString(`
    mutation ReleaseReviews($input: ReleaseReviewsInput!) {
  releaseReviews(input: $input) {
    userErrors {
      code
      message
      field
    }
  }
}
    `) as unknown as TypedDocumentString<ReleaseReviewsMutation, ReleaseReviewsMutationVariables>;
export const DecideReviewDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<DecideReviewMutation, DecideReviewMutationVariables>;
export const UndoDecisionDocument = new TypedDocumentString(`
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
    `) as unknown as TypedDocumentString<UndoDecisionMutation, UndoDecisionMutationVariables>;