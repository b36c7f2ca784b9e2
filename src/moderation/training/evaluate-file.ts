import { firstScreener } from '../current-policy.js';
import { firstEdition } from '../policy/first-edition.js';
import { shippedModels } from '../screening/model/shipped-models.js';
import { type Evaluation, evaluate } from './evaluate.js';
import { printEvaluation } from './print-evaluation.js';
import { readLabelled } from './read-labelled.js';

/**
 * Screens a file of labelled texts by the policy that a new hub starts with.
 *
 * @throws UsageError if the file cannot be read
 */
export function evaluateFile(path: string): { evaluation: Evaluation; text: string } {
  const file = readLabelled(path);
  const evaluation = evaluate(file, firstScreener(), firstEdition(), shippedModels().characters);
  const skipped = file.skipped === 0 ? '' : `  ${file.skipped} lines had no text or no label and were left out\n`;
  return { evaluation, text: printEvaluation(evaluation) + skipped };
}
