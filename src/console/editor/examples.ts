import type { Example } from './examples/example.js';
import { dashboardExamples } from './examples/dashboard.js';
import { editorExamples } from './examples/editor.js';
import { leadExamples } from './examples/lead.js';
import { moderatorExamples } from './examples/moderator.js';
import { organiserExamples } from './examples/organiser.js';
import { partnerExamples } from './examples/partner.js';

export interface ExampleGroup {
  readonly role: 'moderator' | 'lead' | 'partner' | 'editor' | 'dashboard' | 'organiser';
  readonly examples: readonly Example[];
}

export const exampleGroups: readonly ExampleGroup[] = [
  { role: 'moderator', examples: moderatorExamples },
  { role: 'lead', examples: leadExamples },
  { role: 'partner', examples: partnerExamples },
  { role: 'editor', examples: editorExamples },
  { role: 'dashboard', examples: dashboardExamples },
  { role: 'organiser', examples: organiserExamples },
];

const forRoles: Readonly<Record<ExampleGroup['role'], readonly string[]>> = {
  moderator: ['MODERATOR', 'LEAD'],
  lead: ['LEAD'],
  partner: ['PARTNER', 'AGGREGATOR'],
  editor: ['EDITOR'],
  dashboard: ['DASHBOARD'],
  organiser: ['ORGANISER'],
};

/** All groups, those of a viewer's roles first: everybody may learn from the others'. */
export function examplesFor(roles: readonly string[]): readonly ExampleGroup[] {
  const isOwn = ({ role }: ExampleGroup): boolean => forRoles[role].some((each) => roles.includes(each));
  return [...exampleGroups.filter(isOwn), ...exampleGroups.filter((group) => !isOwn(group))];
}
