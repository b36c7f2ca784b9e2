import { sql } from 'kysely';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { HubContext, idOf, query } from '../../platform/index.js';
import { Language } from '../language.view.js';
import { RationaleView, RetireRationaleInput, RetireRationalePayload, type RationaleRow, SaveRationaleInput, SaveRationalePayload } from './rationale.view.js';
import { retireRationale, saveRationale } from './save-rationale.js';

@Resolver()
export class RationaleResolver {
  @Query(() => [RationaleView], { description: 'Rationales to start from that are in use, by category and title.' })
  async cannedRationales(
    @Ctx() { db }: HubContext,
    @Arg('category', () => String, { nullable: true }) category: string | null,
    @Arg('language', () => Language, { nullable: true }) language: Language | null,
  ): Promise<RationaleView[]> {
    const rows = await query(
      db,
      sql<RationaleRow>`
        select id as uuid, category, language, title, text from canned_rationales
        where retired_at is null and (${category ?? null}::text is null or category = ${category ?? null}) and (${language ?? null}::text is null or language = ${language ?? null})
        order by category, language, title`,
    );
    return rows.map((row) => new RationaleView(row));
  }

  @Mutation(() => SaveRationalePayload, { description: 'Keeps a rationale for the desk to start from, new or reworded.' })
  async saveRationale(@Arg('input', () => SaveRationaleInput) { id, ...words }: SaveRationaleInput, @Ctx() context: HubContext): Promise<SaveRationalePayload> {
    const replaces = id === null || id === undefined ? null : idOf('CannedRationale', id, 'id');
    const uuid = await saveRationale(context, { ...words, replaces });
    return Object.assign(new SaveRationalePayload(), { rationale: new RationaleView({ ...words, uuid }) });
  }

  @Mutation(() => RetireRationalePayload, { description: 'Takes a rationale out of use.' })
  async retireRationale(@Arg('input', () => RetireRationaleInput) { id }: RetireRationaleInput, @Ctx() context: HubContext): Promise<RetireRationalePayload> {
    await retireRationale(context, idOf('CannedRationale', id, 'id'));
    return new RetireRationalePayload();
  }
}
