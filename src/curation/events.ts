import { z } from 'zod';
import { defineEvent } from '../platform/index.js';

/** A feed shows other posts than before, or another revision of one. Subject: the feed. Urgent: kept pages must go. */
export const feedChanged = defineEvent('feed.changed', z.object({}), { urgent: true });
