import type { z } from 'zod';
import type { Database } from '../database/connection.js';
import type { Clock } from '../clock.js';

/** What a job's handler may use. */
export interface JobContext {
  readonly db: Database;
  readonly clock: Clock;
}

/**
 * Machine work: a name, a schema and an idempotent handler. Payloads hold ids, not bodies; they are parsed
 * when enqueued and again when run, because the code may have changed in between.
 */
export interface Job<Payload> {
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  /** How many run side by side in one worker process. */
  readonly concurrency: number;
  /** How often it is tried before it is left as failed, with doubling pauses from one second. */
  readonly attempts: number;
  handle(payload: Payload, context: JobContext): Promise<void>;
}

export function defineJob<Payload>(job: Omit<Job<Payload>, 'concurrency' | 'attempts'> & Partial<Job<Payload>>): Job<Payload> {
  return { concurrency: 1, attempts: 10, ...job };
}

/** Any job, whatever its payload: the registry's view. */
export interface AnyJob extends Pick<Job<never>, 'name' | 'concurrency' | 'attempts'> {
  run(raw: unknown, context: JobContext): Promise<void>;
}

export function asAnyJob<Payload>(job: Job<Payload>): AnyJob {
  return {
    name: job.name,
    concurrency: job.concurrency,
    attempts: job.attempts,
    run: (raw, context) => job.handle(job.payload.parse(raw), context),
  };
}
