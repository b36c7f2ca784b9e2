import { readFileSync, writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { buildHubSchema } from './schema.js';

/** Writes `schema/schema.graphql`; with `--check` only says whether it is what the code makes (exit 1 if not). */
const file = new URL('../schema/schema.graphql', import.meta.url);
const sdl = `${printSchema(lexicographicSortSchema(buildHubSchema()))}\n`;

if (process.argv.includes('--check')) {
  if (readFileSync(file, 'utf8') !== sdl) {
    console.error('schema/schema.graphql is not what the code makes: run "npm run codegen" and commit it.');
    process.exitCode = 1;
  }
} else {
  writeFileSync(file, sdl);
}
