import { type HubContext, HubError } from '../platform/index.js';

/** What an action of a person needs: the database, the time, and who acts. */
export type ActionContext = Pick<HubContext, 'db' | 'clock' | 'viewer'>;

/**
 * The uuid of the member who acts; claims and decisions belong to one.
 * @throws HubError FORBIDDEN when a site's key asks
 */
export function requireMember({ viewer }: ActionContext): string {
  if (viewer.memberId === undefined) throw new HubError('FORBIDDEN', 'Only a member can do this, not the key of a site.');
  return viewer.memberId;
}
