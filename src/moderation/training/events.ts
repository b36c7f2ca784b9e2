import { z } from 'zod';
import { defineEvent } from '../../platform/index.js';

/** A model was put into the hub's table. It has no effect before a policy that names it is served. Subject: the model. */
export const modelStored = defineEvent('model.stored', z.object({ sha256: z.string(), view: z.string(), version: z.string() }));
