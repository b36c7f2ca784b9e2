import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Connection, HubContext } from '../platform/index.js';
import { childrenOfUnit, childrenPage, listUnits } from './list-units.js';
import { contactsOfUnit, designationsOfUnit, unitById, unitByCode, unitPathById } from './load-units.js';
import { ContactView, DesignationView, UnitConnection, UnitKind, UnitView } from './unit.view.js';

@Resolver(() => UnitView)
export class UnitResolver {
  @Query(() => [UnitView], { description: 'Units that bear a designation, stand directly below a unit, or are of a kind; all of them without arguments.' })
  units(
    @Ctx() context: HubContext,
    @Arg('designation', () => String, { nullable: true, description: 'Code of a designation.' }) designation?: string,
    @Arg('parent', () => String, { nullable: true, description: 'Code of the unit directly above.' }) parent?: string,
    @Arg('kind', () => UnitKind, { nullable: true, description: 'What the units are.' }) kind?: UnitKind,
  ): Promise<UnitView[]> {
    return listUnits(context.db, { designation, parent, kind });
  }

  @Query(() => UnitView, { nullable: true, description: 'The unit with this code, or null.' })
  async unit(@Arg('code', () => String) code: string, @Ctx() context: HubContext): Promise<UnitView | null> {
    return (await unitByCode(context.db, code)) ?? null;
  }

  @FieldResolver(() => [String], { description: 'Codes from the root of the tree down to this unit, its own the last.' })
  async path(@Root() unit: UnitView, @Ctx() context: HubContext): Promise<string[]> {
    return (await context.load(unitPathById, unit.uuid)) ?? [unit.code];
  }

  @FieldResolver(() => UnitView, { nullable: true, description: 'The unit directly above; null at the root.' })
  async parent(@Root() unit: UnitView, @Ctx() context: HubContext): Promise<UnitView | null> {
    return unit.parentId === null ? null : ((await context.load(unitById, unit.parentId)) ?? null);
  }

  @FieldResolver(() => [DesignationView], { description: 'Titles that it bears.' })
  async designations(@Root() unit: UnitView, @Ctx() context: HubContext): Promise<DesignationView[]> {
    return (await context.load(designationsOfUnit, unit.uuid)) ?? [];
  }

  @FieldResolver(() => UnitConnection, { description: 'The units directly below, in the order in which they were set up.' })
  async children(
    @Root() unit: UnitView,
    @Ctx() context: HubContext,
    @Arg('first', () => Int, { defaultValue: 20, description: 'From 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'The cursor after which the page begins.' }) after?: string,
  ): Promise<Connection<UnitView> | undefined> {
    return context.load(childrenOfUnit, childrenPage(unit.uuid, first, after));
  }

  @FieldResolver(() => [ContactView], { description: 'Whom to ask there.' })
  async contacts(@Root() unit: UnitView, @Ctx() context: HubContext): Promise<ContactView[]> {
    return (await context.load(contactsOfUnit, unit.uuid)) ?? [];
  }
}
