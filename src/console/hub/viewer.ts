import type { Role, ViewerQuery } from '../gql/graphql.js';

/** Who uses the console. */
export interface ConsoleViewer {
  readonly name: string;
  readonly roles: readonly Role[];
}

export function toViewer({ viewer }: ViewerQuery): ConsoleViewer | null {
  if (viewer === null) return null;
  return viewer.__typename === 'SiteViewer' ? { name: viewer.ownSite?.name ?? '', roles: ['PARTNER'] } : { name: viewer.name, roles: viewer.roles };
}

export function mayReview({ roles }: ConsoleViewer): boolean {
  return roles.includes('MODERATOR') || roles.includes('LEAD');
}
