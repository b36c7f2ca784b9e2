import { Queue, Worker, createPostgresBackend } from 'bullmq';
import type { PostgresConnectionOptions, PostgresQueueBackend } from 'bullmq';
import type { AnyJob, Job, JobContext } from './define-job.js';

const KEEP_COMPLETED = 1_000;

/** A queue on the PostgreSQL backend. */
export type PostgresQueue = Queue<unknown, unknown, string, unknown, unknown, string, PostgresQueueBackend, PostgresConnectionOptions>;

/** Job queues in the hub's own PostgreSQL (schema `jobs`): one queue a job, so that bull-board shows each by name. */
export class JobQueues {
  private readonly queues = new Map<string, PostgresQueue>();
  private readonly workers: { close(): Promise<void> }[] = [];
  private readonly jobs: Map<string, AnyJob>;

  constructor(
    private readonly url: string,
    jobs: readonly AnyJob[],
    private readonly report: (job: string, fault: unknown) => void,
  ) {
    this.jobs = new Map(jobs.map((job) => [job.name, job]));
  }

  /** Opens every queue; the first process to come makes the tables. */
  async open(): Promise<void> {
    for (const job of this.jobs.values()) {
      const queue = new Queue(
        job.name,
        {
          connection: this.connection(3),
          defaultJobOptions: { attempts: job.attempts, backoff: { type: 'exponential', delay: 1_000 }, removeOnComplete: { count: KEEP_COMPLETED } },
        },
        createPostgresBackend,
      );
      queue.on('error', (fault) => this.report(job.name, fault));
      await queue.waitUntilReady();
      this.queues.set(job.name, queue);
    }
  }

  /** All queues, for bull-board and metrics. */
  all(): readonly PostgresQueue[] {
    return [...this.queues.values()];
  }

  /** Enqueues payloads of one job. @throws ZodError when a payload has the wrong shape */
  async enqueue<Payload>(job: Job<Payload>, payloads: readonly Payload[]): Promise<void> {
    const queue = this.queues.get(job.name);
    if (queue === undefined) throw new Error(`The job ${job.name} is not registered.`);
    await queue.addBulk(payloads.map((payload) => ({ name: job.name, data: job.payload.parse(payload) })));
  }

  /** Starts to work on all queues in this process. */
  async work(context: JobContext): Promise<void> {
    for (const job of this.jobs.values()) {
      const worker = new Worker(
        job.name,
        (task) => job.run(task.data, context),
        { connection: this.connection(job.concurrency + 2), concurrency: job.concurrency, stalledInterval: 5_000, lockDuration: 15_000 },
        createPostgresBackend,
      );
      worker.on('error', (fault) => this.report(job.name, fault));
      worker.on('failed', (_task, fault) => this.report(job.name, fault));
      await worker.waitUntilReady();
      this.workers.push(worker);
    }
  }

  /** Finishes what runs, takes nothing new, and closes. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
    await Promise.all(this.all().map((queue) => queue.close()));
  }

  private connection(max: number) {
    return { connectionString: this.url, schema: 'jobs', migrate: true, max };
  }
}
