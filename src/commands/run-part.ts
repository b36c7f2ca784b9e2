import { type Surroundings, startApi, startWorker } from '../app.js';
import { UsageError, readConfig } from '../platform/index.js';
import { requireDatabaseUrl } from './use-database.js';

interface Part {
  close(): Promise<void>;
}

/** What a part tells the hub that started it. */
export type PartMessage = { loaded: true } | { ready: true; url?: string; port?: number } | { failed: string };

/** Where a supervised part shall work; what is left out is as the environment says. */
export interface Place {
  readonly databaseUrl: string;
  readonly host: string;
  readonly port?: number;
}

interface PartOptions {
  /** A hub started it and will tell it where to work. */
  readonly supervised?: true;
}

export function runApi(options: PartOptions): Promise<undefined> {
  return runPart(options, async (surroundings) => {
    const api = await startApi(surroundings);
    return { part: api, url: api.url, port: api.port };
  });
}

export function runWorker(options: PartOptions): Promise<undefined> {
  return runPart(options, async (surroundings) => ({ part: await startWorker(surroundings) }));
}

/** Runs until asked to stop: by signal, by the hub that started it, or because that hub is gone. */
async function runPart({ supervised }: PartOptions, start: (surroundings: Surroundings) => Promise<{ part: Part; url?: string; port?: number }>): Promise<undefined> {
  const tell = (message: PartMessage) => process.send?.(message);
  const place = supervised === true ? await awaitPlace(tell) : undefined;
  if (supervised === true && place === undefined) return undefined;
  const config = { ...readConfig(), ...place };
  const databaseUrl = requireDatabaseUrl(config);
  try {
    const { part, url, port } = await start({ config, databaseUrl });
    let stopping: Promise<void> | undefined;
    const stop = () => (stopping ??= part.close().then(() => process.exit(0)));
    // A Ctrl-C in the terminal reaches every process; started by a hub, a part waits for the hub's word.
    process.on('SIGINT', () => (process.send === undefined ? void stop() : undefined));
    process.on('SIGTERM', () => void stop());
    process.on('message', (message) => (message === 'stop' ? void stop() : undefined));
    process.on('disconnect', () => void stop());
    tell({ ready: true, ...(url !== undefined && { url }), ...(port !== undefined && { port }) });
    if (process.send === undefined) process.stderr.write(`Ready${url === undefined ? '' : ` at ${url}`}\n`);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      const sentence = `Port ${config.port} is taken: stop what uses it, or set PORT to another.`;
      tell({ failed: sentence });
      throw new UsageError(sentence);
    }
    throw fault;
  }
  return undefined;
}

/** Waits for the hub's word where to work; none comes if the hub stops before, or is gone. */
async function awaitPlace(tell: (message: PartMessage) => void): Promise<Place | undefined> {
  return new Promise((resolve) => {
    process.once('disconnect', () => resolve(undefined));
    process.once('message', (message: Place | 'stop') => {
      if (message === 'stop') process.disconnect();
      resolve(message === 'stop' ? undefined : message);
    });
    tell({ loaded: true });
  });
}
