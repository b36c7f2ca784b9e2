import { z } from 'zod';

/**
 * The shape of a campaign manifest: what an organiser writes to set up or extend a campaign.
 *
 * Every section but `campaign` may be left out, so that a manifest can also add one topic or three units to a
 * campaign that is already running. What a section refers to is checked in `check-references.ts`.
 */

const code = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'is not a code: use 1 to 63 of a-z, 0-9 and "-", beginning with a letter or a digit');
const name = z.string().trim().min(1, 'is empty').max(200, 'is longer than 200 characters');
const description = z.string().trim().max(4000, 'is longer than 4000 characters');
const date = z.iso.date();
const url = z.url({ protocol: /^https?$/ });
/** Names that something defined elsewhere; an empty list would be read as "none" by some and "all" by others. */
const references = z.array(code).min(1, 'is an empty list: name something or leave the key out');

const strandCodes = ['ESSAY', 'SCENE', 'VIRTUE', 'DEED'] as const;
const unitKinds = ['OFFICE', 'PREFECTURE', 'COUNTY', 'SYSTEM', 'UNIT'] as const;

const campaign = z.strictObject({ code, name, startsOn: date, endsOn: date, description: description.optional() });
const phase = z.strictObject({ code, name, startsOn: date, endsOn: date });
const milestone = z.strictObject({ code, name, on: date });
const topic = z.strictObject({
  code,
  name,
  opensOn: date.optional(),
  closesOn: date.optional(),
  description: description.optional(),
});

const designation = z.strictObject({ code, name });
const contact = z.strictObject({ name, role: name, email: z.email().optional() });
const group = z.strictObject({ code, name });
const unit = z.strictObject({
  code,
  name,
  kind: z.enum(unitKinds),
  parent: code.optional(),
  designations: z.array(code).optional(),
  contacts: z.array(contact).optional(),
  groups: z.array(group).optional(),
});

const site = z.strictObject({ code, name, url, unit: code });

/** A post belongs when it meets every key that is given, by any one of the key's values; no key at all takes all posts. */
const feedRule = z.strictObject({
  strands: z.array(z.enum(strandCodes)).min(1, 'is an empty list: name a strand or leave the key out').optional(),
  topics: references.optional(),
  units: references.describe('each with its whole subtree').optional(),
  sites: references.optional(),
});
const feed = z.strictObject({ slug: code, title: name, description: description.optional(), rule: feedRule });

export const manifestSchema = z.strictObject({
  campaign,
  phases: z.array(phase).optional(),
  milestones: z.array(milestone).optional(),
  topics: z.array(topic).optional(),
  designations: z.array(designation).optional(),
  units: z.array(unit).optional(),
  sites: z.array(site).optional(),
  feeds: z.array(feed).optional(),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestUnit = z.infer<typeof unit>;
