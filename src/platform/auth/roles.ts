/** Who may do what is written in terms of these. A member may hold several; a site's key holds PARTNER. */
export const ROLES = ['AGGREGATOR', 'PARTNER', 'MODERATOR', 'LEAD', 'EDITOR', 'ORGANISER', 'OPERATOR', 'DASHBOARD'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. */
export interface Viewer {
  /** `member:<uuid>`, `site:<uuid>` or `anonymous` */
  readonly actor: string;
  readonly roles: readonly Role[];
  readonly memberId?: string;
  readonly name?: string;
  /** The site that a PARTNER acts for. */
  readonly siteId?: string;
}

export const anonymous: Viewer = { actor: 'anonymous', roles: [] };
