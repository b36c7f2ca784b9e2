import { Field, Float, InputType, Int, ObjectType } from 'type-graphql';
import { SiteView } from '../../organisation/index.js';
import { Payload } from '../../platform/index.js';

@ObjectType('SiteSampling', { simpleResolvers: true, description: "Which share of a site's cleared posts people see all the same, and the record that it follows from." })
export class SiteSamplingView {
  @Field(() => SiteView, { description: 'The site.' })
  site!: SiteView;

  @Field(() => Float, { description: 'The share, from 0 to 1.' })
  rate!: number;

  @Field(() => Int, { description: 'Its latest sampled posts that people decided, as many as the policy looks at; with what it was credited.' })
  decided!: number;

  @Field(() => Int, { description: 'Of these, returned or removed.' })
  violations!: number;

  @Field(() => Float, { description: 'What the share of violations may well be: upper end of its 95 % interval.' })
  worstShare!: number;
}

@InputType({ description: 'A site that people know from before the hub.' })
export class CreditSiteInput {
  @Field(() => String, { description: 'Code of the site.' })
  siteCode!: string;

  @Field(() => Int, { description: 'As many clean decisions as its past is worth, 1 to 1000.' })
  cleanDecisions!: number;

  @Field(() => String, { description: 'What this rests on; the log keeps it.' })
  rationale!: string;
}

@ObjectType({ simpleResolvers: true, description: 'The site that was credited.' })
export class CreditSitePayload extends Payload {
  @Field(() => SiteSamplingView, { nullable: true, description: 'How it is sampled now.' })
  sampling!: SiteSamplingView | null;
}
