import { HubError, type Queryable } from '../platform/index.js';
import { servedPack } from './packs/loaded-packs.js';
import { firstEdition } from './policy/first-edition.js';
import type { PolicyCategory, PolicyPack, SeverityLevel } from './policy/policy-pack.js';
import { type Screener, createScreener } from './screening/screen.js';

/** Where reviews wait that a person passed on to somebody more experienced; a queue of every policy. */
export const ESCALATED = 'escalated';

/** Where cleared posts wait that are shown to people all the same; a queue of every policy. */
export const SAMPLE = 'sample';

/** The policy in force. */
export async function currentPolicy(on: Queryable): Promise<PolicyPack> {
  return (await servedPack(on)).pack;
}

let first: Screener | undefined;

/** The screener of the first edition, for screening without a database; its rules are compiled once a process. */
export function firstScreener(): Screener {
  first ??= createScreener(firstEdition());
  return first;
}

/** A queue of reviews and its name for people. */
export interface QueueName {
  readonly code: string;
  readonly name: { readonly zh: string; readonly en: string };
}

/** Every queue, in the policy's order, those that every policy has last. */
export function queueNames(policy: PolicyPack): readonly QueueName[] {
  const own = policy.queues.map(({ code, name }) => ({ code, name }));
  const common = [
    { code: SAMPLE, name: { zh: '抽查', en: 'Sample' } },
    { code: ESCALATED, name: { zh: '上报', en: 'Escalated' } },
  ];
  return [...own, ...common.filter(({ code }) => !own.some((queue) => queue.code === code))];
}

/** @throws HubError UNKNOWN_QUEUE */
export async function checkQueue(on: Queryable, queue: string, field: string): Promise<string> {
  const names = queueNames(await currentPolicy(on));
  if (!names.some(({ code }) => code === queue)) throw new HubError('UNKNOWN_QUEUE', `There is no queue "${queue}"; see reviewQueues.`, field);
  return queue;
}

/** @throws HubError UNKNOWN_CATEGORY */
export async function categoryOf(on: Queryable, code: string, field: string): Promise<PolicyCategory> {
  const category = (await currentPolicy(on)).categories.find((known) => known.code === code);
  if (category === undefined) throw new HubError('UNKNOWN_CATEGORY', `The policy has no category "${code}".`, field);
  return category;
}

const A_DAY_IN_MINUTES = 1_440;

/** By when a review of this severity should be decided; a day where the policy says nothing. */
export function dueAt(policy: PolicyPack, queue: string, severity: SeverityLevel, openedAt: Date): Date {
  const minutes = policy.queues.find(({ code }) => code === queue)?.dueInMinutes[severity] ?? A_DAY_IN_MINUTES;
  return new Date(openedAt.getTime() + minutes * 60_000);
}
