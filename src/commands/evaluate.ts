import { createExaminer, evaluateFile } from '../moderation/index.js';

/** `hub evaluate`: what screening makes of labelled texts; tables for people on stderr, the figures as JSON on stdout. */
export function evaluateFiles(files: readonly string[], { models }: { readonly models?: string }): Promise<0> {
  const examiner = createExaminer(models);
  for (const file of files) {
    const { evaluation, text } = evaluateFile(file, examiner);
    process.stderr.write(text);
    process.stdout.write(`${JSON.stringify(evaluation)}\n`);
  }
  return Promise.resolve(0);
}
