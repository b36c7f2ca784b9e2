import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { HubContext } from '../platform/index.js';
import { CampaignView, MilestoneView, PhaseView, TopicView } from './campaign.view.js';
import { campaignByCode, listCampaigns, milestonesOfCampaign, phasesOfCampaign, topicsOfCampaign } from './load-campaigns.js';

@Resolver(() => CampaignView)
export class CampaignResolver {
  @Query(() => [CampaignView], { description: 'All campaigns, the latest first.' })
  campaigns(@Ctx() context: HubContext): Promise<CampaignView[]> {
    return listCampaigns(context.db);
  }

  @Query(() => CampaignView, { nullable: true, description: 'The campaign with this code, or null.' })
  async campaign(@Arg('code', () => String) code: string, @Ctx() context: HubContext): Promise<CampaignView | null> {
    return (await campaignByCode(context.db, code)) ?? null;
  }

  @FieldResolver(() => [PhaseView], { description: 'Its phases in the order of time.' })
  async phases(@Root() campaign: CampaignView, @Ctx() context: HubContext): Promise<PhaseView[]> {
    return (await context.load(phasesOfCampaign, campaign.uuid)) ?? [];
  }

  @FieldResolver(() => [MilestoneView], { description: 'Its milestones in the order of time.' })
  async milestones(@Root() campaign: CampaignView, @Ctx() context: HubContext): Promise<MilestoneView[]> {
    return (await context.load(milestonesOfCampaign, campaign.uuid)) ?? [];
  }

  @FieldResolver(() => [TopicView], { description: 'Its topics in the order in which they were set up.' })
  async topics(@Root() campaign: CampaignView, @Ctx() context: HubContext): Promise<TopicView[]> {
    return (await context.load(topicsOfCampaign, campaign.uuid)) ?? [];
  }
}
