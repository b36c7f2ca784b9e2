import { Field, ID, ObjectType, createUnionType, registerEnumType } from 'type-graphql';
import { ROLES, type Role, globalId } from '../platform/index.js';

/** Roles as GraphQL names them: each is its own name. */
export const RoleName = Object.fromEntries(ROLES.map((role) => [role, role])) as { readonly [Name in Role]: Name };

registerEnumType(RoleName, {
  name: 'Role',
  description: 'What somebody may do; a member may hold several.',
  valuesConfig: {
    AGGREGATOR: { description: 'Pushes posts for any site.' },
    PARTNER: { description: 'Acts for one partner site.' },
    MODERATOR: { description: 'Claims reviews and decides.' },
    LEAD: { description: "Leads the reviewers; may undo others' decisions." },
    EDITOR: { description: 'Chooses what feeds show.' },
    ORGANISER: { description: 'Sets up units, campaigns and topics.' },
    OPERATOR: { description: 'Runs the hub: queues, metrics.' },
    DASHBOARD: { description: 'Reads figures.' },
  },
});

@ObjectType('SiteViewer', { simpleResolvers: true, description: "Whoever holds a site's key." })
export class SiteViewerView {
  constructor(readonly siteId: string) {}
}

@ObjectType('MemberViewer', { simpleResolvers: true, description: 'A person or service that signed in.' })
export class MemberViewerView {
  @Field(() => ID, { description: 'Opaque.' })
  readonly id: string;

  @Field(() => String, { description: 'What the member is called.' })
  readonly name: string;

  @Field(() => [RoleName], { description: 'What the member may do.' })
  readonly roles: readonly Role[];

  constructor(
    memberId: string,
    name: string,
    roles: readonly Role[],
    readonly siteId: string | undefined,
  ) {
    this.id = globalId('Member', memberId);
    this.name = name;
    this.roles = roles;
  }
}

/** Who asks. */
export const ViewerUnion = createUnionType({
  name: 'Viewer',
  description: "Who asks: a site's key, or a member.",
  types: () => [SiteViewerView, MemberViewerView] as const,
});
