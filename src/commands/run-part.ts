import { type Surroundings, startApi, startWorker } from '../app.js';
import { UsageError, readConfig } from '../platform/index.js';
import { requireDatabaseUrl } from './use-database.js';

interface Part {
  close(): Promise<void>;
}

/** What a part tells the hub that started it. */
export type PartMessage = { ready: true; url?: string; port?: number } | { failed: string };

export function runApi(): Promise<undefined> {
  return runPart(async (surroundings) => {
    const api = await startApi(surroundings);
    return { part: api, url: api.url, port: api.port };
  });
}

export function runWorker(): Promise<undefined> {
  return runPart(async (surroundings) => ({ part: await startWorker(surroundings) }));
}

/** Runs until asked to stop: by signal, by the hub that started it, or because that hub is gone. */
async function runPart(start: (surroundings: Surroundings) => Promise<{ part: Part; url?: string; port?: number }>): Promise<undefined> {
  const config = readConfig();
  const databaseUrl = requireDatabaseUrl(config);
  const tell = (message: PartMessage) => process.send?.(message);
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
