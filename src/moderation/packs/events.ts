import { z } from 'zod';
import { defineEvent } from '../../platform/index.js';

/** Subject of these: the version. */
const about = z.object({ version: z.string(), rationale: z.string() });

/** Somebody wrote a version. */
export const policyDrafted = defineEvent('policy.drafted', about);

/** A draft runs beside the served version from now on, without effect. */
export const policyShadowStarted = defineEvent('policy.shadow-started', z.object({ version: z.string() }));

/** It no longer does. */
export const policyShadowStopped = defineEvent('policy.shadow-stopped', z.object({ version: z.string() }));

/** Another version is in force, everywhere. */
export const policyServed = defineEvent('policy.served', about.extend({ replaced: z.string().nullable(), rolledBack: z.boolean() }));

/** A draft was given up. */
export const policyRetired = defineEvent('policy.retired', about);
