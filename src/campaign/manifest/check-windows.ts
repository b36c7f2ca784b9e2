import type { Fault, FieldPath } from './manifest-problem.js';
import type { Manifest } from './manifest-schema.js';

/** Finds periods that end before they start. Dates are `YYYY-MM-DD`, so that their order is that of the text. */
export function checkWindows({ campaign, phases = [], topics = [] }: Manifest): Fault[] {
  return [
    ...checkWindow(['campaign', 'endsOn'], campaign.startsOn, campaign.endsOn),
    ...phases.flatMap((phase, index) => checkWindow(['phases', index, 'endsOn'], phase.startsOn, phase.endsOn)),
    ...topics.flatMap((topic, index) => checkWindow(['topics', index, 'closesOn'], topic.opensOn, topic.closesOn)),
  ];
}

function checkWindow(endPath: FieldPath, start: string | undefined, end: string | undefined): Fault[] {
  if (start === undefined || end === undefined || start <= end) return [];
  return [{ path: endPath, message: `is ${end}, before the start on ${start}` }];
}
