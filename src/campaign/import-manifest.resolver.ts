import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { type HubContext, Payload } from '../platform/index.js';
import { CampaignView } from './campaign.view.js';
import { importManifest } from './import-manifest.js';
import { campaignByCode } from './load-campaigns.js';
import { ManifestError, placeOf } from './manifest-error.js';
import type { ManifestSection } from './manifest-section.js';

@InputType({ description: 'A campaign manifest.' })
class ImportManifestInput {
  @Field(() => String, { description: 'Its text, in YAML.' })
  yaml!: string;
}

@ObjectType('ImportedSection', { simpleResolvers: true, description: 'What an import did to a section of the manifest.' })
class ImportedSectionView {
  @Field(() => String, { description: 'Key of the section.' })
  readonly section!: string;

  @Field(() => Int, { description: 'Entries that are new.' })
  readonly created!: number;

  @Field(() => Int, { description: 'Entries that were amended.' })
  readonly changed!: number;

  @Field(() => Int, { description: 'Entries that stood already as the manifest says.' })
  readonly unchanged!: number;
}

@ObjectType({ simpleResolvers: true, description: 'What came of importing a manifest: all of it, or nothing and the reasons.' })
class ImportManifestPayload extends Payload {
  @Field(() => CampaignView, { nullable: true, description: 'The campaign as it stands now.' })
  campaign?: CampaignView | undefined;

  @Field(() => [ImportedSectionView], { nullable: true, description: 'What was done, by section.' })
  sections?: ImportedSectionView[];
}

/** More would drown whoever reads them; mending the first shows the rest. */
const MOST_PROBLEMS = 100;

/** Makes the resolver that imports manifests, with the sections of later rooms that come along. */
export function createImportResolver(sections: readonly ManifestSection[]): new () => object {
  @Resolver()
  class ImportManifestResolver {
    @Mutation(() => ImportManifestPayload, { description: 'Brings the hub to what a campaign manifest says. Safe to repeat; anything wrong is named by line and field.' })
    async importManifest(@Arg('input', () => ImportManifestInput) { yaml }: ImportManifestInput, @Ctx() { db, clock, viewer }: HubContext): Promise<ImportManifestPayload> {
      try {
        const { campaign, counts } = await importManifest(db, yaml, { actor: viewer.actor, now: clock.now(), sections });
        const done = Object.entries(counts).map(([section, count]) => ({ section, ...count }));
        return Object.assign(new ImportManifestPayload(), { campaign: await campaignByCode(db, campaign), sections: done });
      } catch (fault) {
        if (fault instanceof ManifestError) return refusal(fault);
        throw fault;
      }
    }
  }
  return ImportManifestResolver;
}

function refusal({ code, problems }: ManifestError): ImportManifestPayload {
  const userErrors = problems.slice(0, MOST_PROBLEMS).map((problem) => ({ code, message: `${placeOf(problem)} ${problem.message}.`, field: placeOf(problem) }));
  return Object.assign(new ImportManifestPayload(), { userErrors });
}
