import { readFile } from 'node:fs/promises';
import { SingleBar } from 'cli-progress';
import { BrokenPack, backtestFile, checkExtent, readPack } from '../moderation/index.js';
import { HubError, UsageError } from '../platform/index.js';
import { withDatabase } from './use-database.js';

interface Options {
  readonly days: string;
  readonly most: string;
  readonly examples: string;
}

/**
 * `hub backtest`: what a policy pack would have changed, as JSON on stdout; how far it is on stderr. Ctrl-C stops it, and
 * the same command goes on from there. Exit 0 when it ran to its end, 1 when the pack is broken or the run was stopped.
 */
export async function backtestPack(file: string, options: Options): Promise<0 | 1> {
  const yaml = await readFile(file, 'utf8').catch(() => Promise.reject(new UsageError(`There is no file ${file}.`)));
  const extent = { days: Number(options.days), mostPosts: Number(options.most), examples: Number(options.examples) };
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const bar = new SingleBar({ format: 'replaying {bar} {percentage}% | {value} of {total} posts | {eta_formatted} left', stream: process.stderr, noTTYOutput: false, hideCursor: true });
  try {
    // What is wrong with the use or the pack is told before a database is opened for it.
    checkExtent(extent);
    readPack(yaml);
    return await withDatabase(async (db) => {
      let shown = false;
      const onProgress = (done: number, total: number) => {
        if (!shown) bar.start(total, done);
        shown = true;
        bar.setTotal(total);
        bar.update(done);
      };
      const report = await backtestFile(db, yaml, { now: new Date(), extent, onProgress, signal: stopping.signal });
      bar.stop();
      process.stdout.write(`${JSON.stringify(report)}\n`);
      const { state, done, total, version, servedVersion, comparison } = report;
      process.stderr.write(
        state === 'DONE'
          ? `${version} against ${servedVersion}: ${done} posts, ${comparison.newlyHeld.count} newly held, ${comparison.newlyReleased.count} newly released.\n`
          : `Stopped after ${done} of ${total} posts; the same command goes on from there.\n`,
      );
      return state === 'DONE' ? 0 : 1;
    });
  } catch (fault) {
    if (fault instanceof BrokenPack) return tellProblems(file, fault);
    if (fault instanceof HubError) throw new UsageError(fault.message);
    throw fault;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function tellProblems(file: string, { problems }: BrokenPack): 1 {
  for (const { line, field, message } of problems) process.stdout.write(`${file}:${line}: ${field}: ${message}\n`);
  process.stderr.write(`Nothing was replayed: ${problems.length} problem(s).\n`);
  return 1;
}
