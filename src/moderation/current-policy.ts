import { HubError } from '../platform/index.js';
import { firstEdition } from './policy/first-edition.js';
import type { PolicyCategory, PolicyPack, SeverityLevel } from './policy/policy-pack.js';
import { type Screener, createScreener } from './screening/screen.js';

/** Where reviews wait that a person passed on to somebody more experienced; a queue of every policy. */
export const ESCALATED = 'escalated';

/** Where cleared posts wait that are shown to people all the same. */
export const SAMPLE = 'sample';

let screener: Screener | undefined;

/** The policy in force. */
export function currentPolicy(): PolicyPack {
  return firstEdition();
}

/** The screener of the policy in force; its rules are compiled once a process. */
export function currentScreener(): Screener {
  screener ??= createScreener(currentPolicy());
  return screener;
}

/** A queue of reviews and its name for people. */
export interface QueueName {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
}

/** Every queue, in the policy's order, the escalated last. */
export function queueNames(): readonly QueueName[] {
  return [...currentPolicy().queues.map(({ code, name }) => ({ code, name })), { code: ESCALATED, name: { zh: '上报', en: 'Escalated' } }];
}

/** @throws HubError UNKNOWN_QUEUE */
export function checkQueue(queue: string, field: string): string {
  if (!queueNames().some(({ code }) => code === queue)) throw new HubError('UNKNOWN_QUEUE', `There is no queue "${queue}"; see reviewQueues.`, field);
  return queue;
}

/** @throws HubError UNKNOWN_CATEGORY */
export function categoryOf(code: string, field: string): PolicyCategory {
  const category = currentPolicy().categories.find((known) => known.code === code);
  if (category === undefined) throw new HubError('UNKNOWN_CATEGORY', `The policy has no category "${code}".`, field);
  return category;
}

const A_DAY_IN_MINUTES = 1_440;

/** By when a review of this severity should be decided; a day where the policy says nothing. */
export function dueAt(queue: string, severity: SeverityLevel, openedAt: Date): Date {
  const minutes = currentPolicy().queues.find(({ code }) => code === queue)?.dueInMinutes[severity] ?? A_DAY_IN_MINUTES;
  return new Date(openedAt.getTime() + minutes * 60_000);
}
