import { z } from 'zod';
import { defineEvent } from '../platform/index.js';

/** A unit stands below another now, and with it its whole subtree: figures of all units above both places change. Subject: the unit. */
export const unitMoved = defineEvent('organisation.unit-moved', z.object({ fromParent: z.uuid().nullable(), toParent: z.uuid().nullable() }));
