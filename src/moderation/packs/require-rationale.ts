import { HubError, isStorable } from '../../platform/index.js';
import { checkRationale } from '../check-decision.js';

/**
 * The reason that a lead gives for a change of the policy; the audit log keeps it.
 * @throws HubError REQUIRED, TOO_LONG, MALFORMED_TEXT
 */
export function requireRationale(written: string): string {
  const rationale = checkRationale(written);
  if (rationale === null) throw new HubError('REQUIRED', 'Say why: whoever reads the log will ask.', 'rationale');
  if (!isStorable(rationale)) throw new HubError('MALFORMED_TEXT', 'This holds a NUL character or half a surrogate pair.', 'rationale');
  return rationale;
}
