import { z } from 'zod';
import { CLEARING_EVENT, defineEvent } from '../platform/index.js';

const count = z.object({ created: z.int(), changed: z.int(), unchanged: z.int() });

/** A manifest changed something: units, sites, topics, feeds may have new names and places. Subject: the campaign. */
export const manifestImported = defineEvent(CLEARING_EVENT, z.object({ code: z.string(), sections: z.record(z.string(), count) }));
