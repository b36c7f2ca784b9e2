import { sql } from 'kysely';
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { type Connection, HubContext, cursorKey, fromCursor, pageSize, parseGlobalId, toConnection } from '../platform/index.js';
import { loadPack } from './packs/loaded-packs.js';
import { readPolicyPacks } from './packs/policy-pack-row.js';
import { PolicyCategoryView, PolicyPackConnection, PolicyPackView } from './policy.view.js';

@Resolver(() => PolicyPackView)
export class PolicyResolver {
  @Query(() => PolicyPackView, { description: 'The moderation policy in force.' })
  async policy(@Ctx() { db }: HubContext): Promise<PolicyPackView> {
    const [served] = await readPolicyPacks(db, sql`where p.state = 'SERVED'`);
    if (served === undefined) throw new Error('No version of the policy is served.');
    return new PolicyPackView(served);
  }

  @Query(() => PolicyPackConnection, { description: 'All versions of the policy, the newest first.' })
  async policyPacks(
    @Ctx() { db }: HubContext,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<Connection<PolicyPackView>> {
    const size = pageSize(first);
    const [last = null] = fromCursor(after, [cursorKey.uuid]) ?? [];
    const rows = await readPolicyPacks(db, sql`where p.id < coalesce(${last}::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') order by p.id desc limit ${size + 1}`);
    return toConnection(rows, size, ({ uuid }) => [uuid], (row) => new PolicyPackView(row));
  }

  @Query(() => PolicyPackView, { nullable: true, description: 'A version of the policy by its id, or null.' })
  async policyPack(@Arg('id', () => ID) id: string, @Ctx() { db }: HubContext): Promise<PolicyPackView | null> {
    const parsed = parseGlobalId(id);
    const [row] = parsed?.type === 'PolicyPack' ? await readPolicyPacks(db, sql`where p.id = ${parsed.id}`) : [];
    return row === undefined ? null : new PolicyPackView(row);
  }

  @FieldResolver(() => [PolicyCategoryView], { description: 'The kinds of conduct that it is about.' })
  async categories(@Root() { uuid }: PolicyPackView, @Ctx() { db }: HubContext): Promise<PolicyCategoryView[]> {
    const { pack } = await loadPack(db, uuid);
    return pack.categories.map((category) => new PolicyCategoryView(category));
  }
}
