import type { Role, Viewer } from './roles.js';

/** Who may: everyone, whoever has signed in, or holders of one of the roles. */
export type Rule = 'EVERYONE' | 'SIGNED_IN' | readonly Role[];

/** For a type: one rule for all its fields, or `*` for most and the others by name. */
export type TypeRules = Rule | ({ readonly '*'?: Rule } & Readonly<Record<string, Rule>>);

const reviewers = ['MODERATOR', 'LEAD'] as const;
const staff = ['MODERATOR', 'LEAD', 'EDITOR', 'ORGANISER', 'OPERATOR'] as const;
const pushers = ['PARTNER', 'AGGREGATOR'] as const;
const insight = [...staff, ...pushers] as const;

/**
 * The one table of permissions. Every field of every type is ruled by it; a type that is missing here stops the start.
 * The "whose" part (a partner sees its own posts' findings, not another's) is in the rooms.
 */
export const permissions: Readonly<Record<string, TypeRules>> = {
  Query: {
    feeds: 'EVERYONE',
    feed: 'EVERYONE',
    node: 'EVERYONE',
    nodes: 'EVERYONE',
    viewer: 'EVERYONE',
    units: 'SIGNED_IN',
    unit: 'SIGNED_IN',
    sites: [...staff, 'DASHBOARD', 'AGGREGATOR'],
    campaigns: 'SIGNED_IN',
    campaign: 'SIGNED_IN',
    changes: 'SIGNED_IN',
    policy: insight,
    reviewQueues: reviewers,
    reviews: reviewers,
  },
  Mutation: {
    pushPosts: pushers,
    withdrawPost: pushers,
    claimReviews: reviewers,
    renewClaims: reviewers,
    releaseReviews: reviewers,
    decideReview: reviewers,
    undoDecision: reviewers,
    requestReview: [...reviewers, 'EDITOR'],
    importManifest: ['ORGANISER'],
  },
  // What readers of feeds may see of a post; the rest is for those who work on it, and for its own site.
  Post: { '*': 'EVERYONE', standing: insight, revision: insight, copies: insight, findings: insight, advice: insight, statements: insight, externalId: 'SIGNED_IN' },
  Unit: { '*': 'EVERYONE', statistics: 'SIGNED_IN', contacts: staff },
  Site: { '*': 'EVERYONE', posts: insight },
  Feed: 'EVERYONE',
  FeedItem: 'EVERYONE',
  FeedItemConnection: 'EVERYONE',
  FeedItemEdge: 'EVERYONE',
  Media: 'EVERYONE',
  Designation: 'EVERYONE',
  PageInfo: 'EVERYONE',
  UserError: 'EVERYONE',
  SiteViewer: 'SIGNED_IN',
  MemberViewer: 'SIGNED_IN',
  UnitConnection: 'SIGNED_IN',
  UnitEdge: 'SIGNED_IN',
  UnitStatistics: 'SIGNED_IN',
  Tally: 'SIGNED_IN',
  TallyPoint: 'SIGNED_IN',
  StrandTally: 'SIGNED_IN',
  UnitTally: 'SIGNED_IN',
  Contact: staff,
  Campaign: 'SIGNED_IN',
  Phase: 'SIGNED_IN',
  Milestone: 'SIGNED_IN',
  Topic: 'SIGNED_IN',
  Change: 'SIGNED_IN',
  Tombstone: 'SIGNED_IN',
  PostConnection: insight,
  PostEdge: insight,
  Finding: insight,
  Advice: insight,
  Span: insight,
  StatementOfReasons: insight,
  PolicyPack: insight,
  PolicyCategory: insight,
  ReviewQueue: reviewers,
  Review: [...reviewers, 'EDITOR'],
  ReviewConnection: reviewers,
  ReviewEdge: reviewers,
  Claim: reviewers,
  Decision: reviewers,
  PushPostsPayload: pushers,
  PushResult: pushers,
  PushError: pushers,
  WithdrawPostPayload: pushers,
  ClaimReviewsPayload: reviewers,
  RenewClaimsPayload: reviewers,
  ReleaseReviewsPayload: reviewers,
  DecideReviewPayload: reviewers,
  UndoDecisionPayload: reviewers,
  RequestReviewPayload: [...reviewers, 'EDITOR'],
  ImportManifestPayload: ['ORGANISER'],
  ImportedSection: ['ORGANISER'],
};

/** Places outside GraphQL that a role opens. */
export const httpPermissions = {
  queues: ['OPERATOR'],
  metrics: ['OPERATOR'],
} as const satisfies Record<string, readonly Role[]>;

export function isAllowed(viewer: Viewer, rule: Rule): boolean {
  if (rule === 'EVERYONE') return true;
  if (rule === 'SIGNED_IN') return viewer.roles.length > 0;
  return rule.some((role) => viewer.roles.includes(role));
}

/** The rule of a field, or undefined where the table has none: then nobody may. */
export function ruleOf(type: string, field: string): Rule | undefined {
  const rules = permissions[type];
  if (rules === undefined || typeof rules === 'string' || Array.isArray(rules)) return rules as Rule | undefined;
  const byField = rules as Readonly<Record<string, Rule>>;
  return byField[field] ?? byField['*'];
}
