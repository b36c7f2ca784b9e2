import { z } from 'zod';
import { defineEvent } from '../../platform/index.js';

/** Subject of these: the backtest. */
const about = z.object({ version: z.string() });

/** A lead asked for a replay of history with a draft. */
export const backtestStarted = defineEvent('policy.backtest-started', about);

/** A part of the history was replayed; there is more. */
export const backtestAdvanced = defineEvent('policy.backtest-advanced', z.object({ done: z.number().int(), total: z.number().int() }));

/** All of it was. */
export const backtestFinished = defineEvent('policy.backtest-finished', z.object({ posts: z.number().int(), newlyHeld: z.number().int(), newlyReleased: z.number().int() }));

/** A lead called it off. */
export const backtestCancelled = defineEvent('policy.backtest-cancelled', about);

/** It could not go on. */
export const backtestFailed = defineEvent('policy.backtest-failed', z.object({ failure: z.string() }));
