import { type ChildProcess, fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import type { PartMessage, Place } from './run-part.js';

const MOST_QUICK_FAILURES = 10;
const RESTART_PAUSE_MS = 300;

/**
 * A process of the hub that is started again when it dies unasked. It loads its code at once, side by side with the
 * start of the database, and goes to work when it is told where.
 */
export class SupervisedPart {
  private readonly ready: Promise<string | undefined>;
  private child: ChildProcess | undefined;
  private loaded = false;
  private place: Place | undefined;
  private port: number | undefined;
  private stopping = false;
  private quickFailures = 0;
  private settle: { resolve: (url: string | undefined) => void; reject: (fault: Error) => void } | undefined;

  constructor(private readonly name: 'api' | 'worker') {
    this.ready = new Promise((resolve, reject) => (this.settle = { resolve, reject }));
    this.ready.catch(() => undefined);
    this.launch();
  }

  /**
   * Sends it to work.
   *
   * @returns its address, if it has one, once it first stands
   * @throws Error if it never does
   */
  begin(place: Place): Promise<string | undefined> {
    this.place = place;
    this.sendToWork();
    return this.ready;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.send('stop', () => undefined);
    const patience = new AbortController();
    void pause(20_000, undefined, { signal: patience.signal }).then(() => child.kill('SIGKILL'), () => undefined);
    await ended;
    patience.abort();
  }

  private sendToWork(): void {
    // Brought back, it must be found where it was, also when PORT=0 let the machine choose.
    if (this.loaded && this.place !== undefined) this.child?.send({ ...this.place, ...(this.port !== undefined && { port: this.port }) } satisfies Place, () => undefined);
  }

  private launch(): void {
    const launched = Date.now();
    const child = fork(process.argv[1] ?? '', [this.name, '--supervised'], { execArgv: process.execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.child = child;
    this.loaded = false;
    child.on('message', (message: PartMessage) => {
      if ('loaded' in message) {
        this.loaded = true;
        this.sendToWork();
      } else if ('ready' in message) {
        this.port = message.port;
        this.settle?.resolve(message.url);
      } else void import('../platform/index.js').then(({ UsageError }) => this.fail(new UsageError(message.failed)));
    });
    child.once('exit', (code, signal) => {
      if (this.stopping) return;
      this.quickFailures = Date.now() - launched < 5_000 ? this.quickFailures + 1 : 0;
      if (this.quickFailures >= MOST_QUICK_FAILURES) {
        this.fail(new Error(`The ${this.name} process does not stay up (${signal ?? `exit ${code ?? 0}`}).`));
        return;
      }
      process.stderr.write(`The ${this.name} process ended (${signal ?? `exit ${code ?? 0}`}); starting it again.\n`);
      setTimeout(() => this.stopping || this.launch(), RESTART_PAUSE_MS);
    });
  }

  private fail(fault: Error): void {
    this.stopping = true;
    this.settle?.reject(fault);
  }
}
