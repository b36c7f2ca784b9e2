import { Command, CommanderError, Option } from 'commander';
import { addAdminCommands } from './admin.js';
import type { Exit, Runner } from './exit.js';

/** Reads the command line, runs the command, and gives the exit code. Each command is loaded when it is asked for: none should wait for what the others need. */
export async function runCommandLine(argv: readonly string[]): Promise<Exit | undefined> {
  let exit: Exit | undefined = 0;
  const run: Runner =
    (load) =>
    async (...given) => {
      const command = await load();
      exit = await command(...given);
    };
  const program = new Command('hub').description('Wenming Hub: takes in posts, screens them, lets people decide, counts what every unit did.').exitOverride();
  program.configureOutput({ writeOut: (text) => process.stderr.write(text) });
  program.command('start').description('Start everything: database (embedded unless DATABASE_URL is set), API, worker, console.').addHelpText('after', example('PORT=8080 hub start')).action(run(async () => (await import('./start.js')).startHub));
  program.command('api').description('Start one API process on DATABASE_URL.').addOption(new Option('--supervised').hideHelp()).addHelpText('after', example('DATABASE_URL=postgres://… hub api')).action(run(async () => (await import('./run-part.js')).runApi));
  program.command('worker').description('Start one worker process on DATABASE_URL.').addOption(new Option('--supervised').hideHelp()).addHelpText('after', example('DATABASE_URL=postgres://… hub worker')).action(run(async () => (await import('./run-part.js')).runWorker));
  program.command('migrate').description('Bring the schema up to date, or steps down.').option('--down <steps>', 'how many migrations to take back').addHelpText('after', example('hub migrate --down 1')).action(run(async () => (await import('./migrate.js')).runMigrations));
  program.command('import <manifest>').description('Import a campaign manifest (YAML); safe to repeat.').addHelpText('after', example('hub import campaign.yaml')).action(run(async () => (await import('./import.js')).importFile));
  program
    .command('push <file>')
    .description('Push posts (NDJSON, one PostInput a line; "-" is standard input) to a running hub. Safe to repeat and to stop: what is there stays UNCHANGED.')
    .option('--site <code>', 'push for this site: rows that name another are passed over')
    .option('--url <address>', 'the hub (default: the demo that runs here)')
    .option('--token <key>', 'bearer token (default: HUB_TOKEN, or the demo\'s)')
    .addHelpText('after', example('hub push posts.ndjson --site hljwm'))
    .action(run(async () => (await import('./push.js')).pushFile));
  program.command('screen').description('Screen {"id","title"?,"text"} lines from standard input; one result a line, in order, without a database.').addHelpText('after', example('hub screen < in.ndjson > out.ndjson')).action(run(async () => (await import('./screen.js')).screenStream));
  program
    .command('evaluate <files...>')
    .description('Screen labelled texts (NDJSON with "text" and "flag", CSV with "text" and "label", plain lines that break no rule) and print how many were held: by function, form and finer label, with pairs.')
    .option('--models <folder>', 'by the models there, as hub train --out wrote them (default: those that came with the hub)')
    .addHelpText('after', example('hub evaluate suite.jsonl labelled.csv titles.txt'))
    .action(run(async () => (await import('./evaluate.js')).evaluateFiles));
  program
    .command('train')
    .description('Train the models from labelled texts, as a recipe says, and from what people decided. The same texts give the same bytes; nothing is served by it.')
    .option('--recipe <file>', 'what to train from (default: the recipe of the shipped models)')
    .option('--data <folder>', 'where the recipe\'s files lie that are not beside it')
    .option('--from-decisions', 'learn from this hub\'s decisions as well, the newest first')
    .option('--most <texts>', 'at most so many decided texts', '20000')
    .option('--share <weight>', 'how much a decided text counts beside one of the recipe\'s', '2')
    .option('--out <folder>', 'where the model files are written')
    .option('--store', 'keep the models in the hub, for a policy to name, and print the lines that name them')
    .addHelpText('after', example('hub train --data ../data --from-decisions --store'))
    .action(run(async () => (await import('./train.js')).train));
  program
    .command('backtest <pack>')
    .description('Replay a policy pack (YAML) over the history and compare it with the version served: JSON on standard output. Ctrl-C stops it; the same command goes on.')
    .option('--days <days>', 'posts received within so many days', '30')
    .option('--most <posts>', 'at most so many of them, the newest', '20000')
    .option('--examples <number>', 'posts shown that would be newly held, and newly released', '20')
    .addHelpText('after', example('hub backtest draft.yaml --days 90 > comparison.json'))
    .action(run(async () => (await import('./backtest.js')).backtestPack));
  program.command('verify').description('Recount all figures from the facts and check the ledger: exit 1 on any drift.').addHelpText('after', example('hub verify')).action(run(async () => (await import('./verify.js')).verifyHub));
  program.command('bench').description('Measure this machine against hand-written rivals; ratios first.').addHelpText('after', example('hub bench')).action(run(async () => (await import('./bench.js')).runBench));
  addAdminCommands(program, run);
  try {
    await program.parseAsync(argv);
    return exit;
  } catch (fault) {
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? 0 : 2;
    if (fault instanceof Error && fault.name === 'UsageError') {
      process.stderr.write(`${fault.message}\n`);
      return 2;
    }
    process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
    return 1;
  }
}

function example(line: string): string {
  return `\nExample:\n  npm run -s hub -- ${line.replace(/^(.*)hub /, '$1').trim()}`;
}
