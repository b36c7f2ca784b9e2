import type { Role, Viewer } from './roles.js';

/** Who may: everyone, whoever has signed in, or holders of one of the roles. */
export type Rule = 'EVERYONE' | 'SIGNED_IN' | readonly Role[];

/** For a type: one rule for all its fields, or `*` for most and the others by name. */
export type TypeRules = Rule | ({ readonly '*'?: Rule } & Readonly<Record<string, Rule>>);

const reviewers = ['MODERATOR', 'LEAD'] as const;
const staff = ['MODERATOR', 'LEAD', 'EDITOR', 'ORGANISER', 'OPERATOR'] as const;
const pushers = ['PARTNER', 'AGGREGATOR'] as const;
const insight = [...staff, ...pushers] as const;
const leads = ['LEAD'] as const;

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
    policyPacks: leads,
    policyPack: leads,
    backtest: leads,
    siteSampling: leads,
    reviewQueues: reviewers,
    reviews: reviewers,
    mentions: reviewers,
    cannedRationales: reviewers,
  },
  Mutation: {
    pushPosts: pushers,
    withdrawPost: pushers,
    claimReviews: reviewers,
    renewClaims: reviewers,
    releaseReviews: reviewers,
    decideReview: reviewers,
    undoDecision: reviewers,
    writeNote: reviewers,
    saveRationale: leads,
    retireRationale: leads,
    requestReview: [...reviewers, 'EDITOR'],
    importManifest: ['ORGANISER'],
    savePolicyDraft: leads,
    startShadow: leads,
    stopShadow: leads,
    servePolicyPack: leads,
    rollBackPolicy: leads,
    retirePolicyPack: leads,
    startBacktest: leads,
    cancelBacktest: leads,
    releaseBrake: leads,
    keepBrake: leads,
    creditSite: leads,
  },
  Subscription: {
    reviewQueueChanged: reviewers,
  },
  // What readers of feeds may see of a post; the rest is for those who work on it, and for its own site.
  Post: { '*': 'EVERYONE', standing: insight, revision: insight, copies: insight, findings: insight, advice: insight, statements: insight, notes: reviewers, authorHistory: reviewers, siteHistory: reviewers, externalId: 'SIGNED_IN' },
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
  ModerationHistory: reviewers,
  CategoryHistory: reviewers,
  Note: reviewers,
  NoteConnection: reviewers,
  NoteEdge: reviewers,
  CannedRationale: reviewers,
  PostConnection: insight,
  PostEdge: insight,
  Finding: insight,
  Advice: insight,
  Span: insight,
  StatementOfReasons: insight,
  // What the policy says is for all who work by it; how a version came about, and what exactly it looks for, is not.
  PolicyPack: { '*': leads, id: insight, version: insight, state: insight, categories: insight, brakes: reviewers },
  PolicyCategory: insight,
  PolicyPackConnection: leads,
  PolicyPackEdge: leads,
  RuleBrake: reviewers,
  Backtest: leads,
  PolicyComparison: leads,
  PolicyAccuracy: leads,
  CategoryAccuracy: leads,
  MeasuredShare: leads,
  OutcomeDifference: leads,
  OutcomeExample: leads,
  RulePosts: leads,
  QueueForecast: leads,
  ShadowFigures: leads,
  SiteSampling: leads,
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
  WriteNotePayload: reviewers,
  SaveRationalePayload: leads,
  RetireRationalePayload: leads,
  DecideReviewPayload: reviewers,
  UndoDecisionPayload: reviewers,
  RequestReviewPayload: [...reviewers, 'EDITOR'],
  ImportManifestPayload: ['ORGANISER'],
  SavePolicyDraftPayload: leads,
  ChangePolicyPayload: leads,
  StartBacktestPayload: leads,
  CancelBacktestPayload: leads,
  ReleaseBrakePayload: leads,
  KeepBrakePayload: leads,
  CreditSitePayload: leads,
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
