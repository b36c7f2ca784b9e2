import { type ChildProcess, fork } from 'node:child_process';
import type { PartMessage } from '../commands/run-part.js';

/** A process under measurement. */
export interface Measured {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a module or a part of the hub as a process of its own and waits until it is ready. */
export function startProcess(module: string, part: string[], databaseUrl: string): Promise<Measured> {
  const child = fork(module, part, { env: { ...process.env, DATABASE_URL: databaseUrl, PORT: '0', HUB_HOST: '127.0.0.1', HUB_LOG_LEVEL: 'error' }, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${module} ended with ${code ?? 'a signal'}`)));
    child.once('message', (message: PartMessage) => {
      if ('ready' in message) resolve({ url: message.url ?? '', stop: () => stop(child) });
      else reject(new Error('failed' in message ? message.failed : 'it waits to be told where to work'));
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.send('stop');
  await ended;
}
