/** The command line's door: looks at Node's version before anything that needs a new one is loaded. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 22 || (major === 22 && minor < 17)) {
  process.stderr.write(`Wenming Hub needs Node 22.17 or newer and this is ${process.version}: run it by npm ("npm start", "npm run hub"), which brings its own on Linux, or install Node 24.\n`);
  process.exitCode = 2;
} else {
  const { runCommandLine } = await import('./commands/command-line.js');
  process.exitCode = await runCommandLine(process.argv);
}

export {};
