import { z } from 'zod';
import { defineEvent } from '../../platform/index.js';

const about = z.object({ category: z.string(), language: z.enum(['zh', 'en']), title: z.string() });

/** A rationale to start from was made or reworded. Subject: the rationale. */
export const rationaleSaved = defineEvent('rationale.saved', about);

/** One is not offered any more. Subject: the rationale. */
export const rationaleRetired = defineEvent('rationale.retired', about);
