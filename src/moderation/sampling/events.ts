import { z } from 'zod';
import { defineEvent } from '../../platform/index.js';

/** A site that was known before the hub was credited with clean decisions. Subject: the site. */
export const siteCredited = defineEvent('sampling.site-credited', z.object({ clean: z.number().int(), reason: z.string() }));
