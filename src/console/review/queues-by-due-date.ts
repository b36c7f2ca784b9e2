/** Where escalated posts wait for a lead. */
const ESCALATED = 'escalated';

interface Waiting {
  readonly name: string;
  readonly openCount: number;
  readonly oldestDueAt: string | null;
}

/**
 * The queues in which something waits, the one with the post due first in front.
 * @param isLead others are not offered what was escalated: they would get back what they passed on
 */
export function queuesByDueDate(queues: readonly Waiting[], isLead: boolean): readonly string[] {
  return queues
    .filter(({ name, openCount }) => openCount > 0 && (isLead || name !== ESCALATED))
    .sort((a, b) => Date.parse(a.oldestDueAt ?? '') - Date.parse(b.oldestDueAt ?? ''))
    .map(({ name }) => name);
}
