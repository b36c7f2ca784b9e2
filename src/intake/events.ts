import { z } from 'zod';
import { defineEvent } from '../platform/index.js';

/** A post came for the first time. Subject: the post. */
export const postReceived = defineEvent('post.received', z.object({ revision: z.number().int(), unitId: z.string(), strand: z.string() }));

/** A changed push made a new revision. Subject: the post. */
export const postRevised = defineEvent('post.revised', z.object({ revision: z.number().int() }));

/** Its site took the post back: no carrier may show it any longer. Subject: the post. */
export const postWithdrawn = defineEvent('post.withdrawn', z.object({ reason: z.string() }), { urgent: true });
