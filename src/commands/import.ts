import { readFile } from 'node:fs/promises';
import { ManifestError, importManifest } from '../campaign/index.js';
import { feedsSection } from '../curation/index.js';
import { UsageError } from '../platform/index.js';
import { withDatabase } from './use-database.js';

/** `hub import`: every problem with its line and field on stdout, or what was imported on stderr. */
export async function importFile(file: string): Promise<0 | 1> {
  const yaml = await readFile(file, 'utf8').catch(() => Promise.reject(new UsageError(`There is no file ${file}.`)));
  return withDatabase(async (db) => {
    try {
      const imported = await importManifest(db, yaml, { actor: 'system:import', now: new Date(), sections: [feedsSection] });
      process.stderr.write(`Imported ${file}.\n`);
      process.stdout.write(`${JSON.stringify(imported)}\n`);
      return 0;
    } catch (fault) {
      if (!(fault instanceof ManifestError)) throw fault;
      for (const { line, field, message } of fault.problems) process.stdout.write(`${file}:${line}: ${field}: ${message}\n`);
      process.stderr.write(`Nothing was imported: ${fault.problems.length} problem(s).\n`);
      return 1;
    }
  });
}
