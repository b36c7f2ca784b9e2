import type { Role, Viewer } from '../platform/index.js';

const reviewers: readonly Role[] = ['MODERATOR', 'LEAD', 'AGGREGATOR'];
const workers: readonly Role[] = [...reviewers, 'EDITOR', 'ORGANISER', 'OPERATOR'];

/** Whether somebody may see why a post of this site was held, returned or removed: reviewers, the aggregator, the site itself. */
export function seesGrounds(viewer: Viewer, siteId: string): boolean {
  return viewer.siteId === siteId || viewer.roles.some((role) => reviewers.includes(role));
}

/** Whether somebody may see all posts of this site, whatever their standing: staff, the aggregator, the site itself. */
export function seesPostsOf(viewer: Viewer, siteId: string): boolean {
  return viewer.siteId === siteId || viewer.roles.some((role) => workers.includes(role));
}
