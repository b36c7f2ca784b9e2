import { UsageError } from '../../platform/index.js';
import { firstScreener } from '../current-policy.js';
import { firstEdition } from '../policy/first-edition.js';
import { type ModelPair, readModelPair, shippedModels } from '../screening/model/shipped-models.js';
import { type Screener, allChecks, createScreener } from '../screening/screen.js';
import { type Evaluation, evaluate } from './evaluate.js';
import { printEvaluation } from './print-evaluation.js';
import { readLabelled } from './read-labelled.js';

/** What files are evaluated by: the policy that a new hub starts with, and two models. */
export interface Examiner {
  readonly screener: Screener;
  readonly models: ModelPair;
}

/**
 * @param folder of `characters.model` and `sounds.model`, as `hub train --out` writes them; the shipped ones if not given
 * @throws UsageError if they cannot be used
 */
export function createExaminer(folder?: string): Examiner {
  if (folder === undefined) return { screener: firstScreener(), models: shippedModels() };
  try {
    const models = readModelPair(folder);
    return { screener: createScreener(firstEdition(), allChecks(models)), models };
  } catch (fault) {
    throw new UsageError(`The models in ${folder} cannot be used: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}

/**
 * Screens a file of labelled texts.
 *
 * @throws UsageError if the file cannot be read
 */
export function evaluateFile(path: string, { screener, models }: Examiner): { evaluation: Evaluation; text: string } {
  const file = readLabelled(path);
  const evaluation = evaluate(file, screener, firstEdition(), models.characters);
  const skipped = file.skipped === 0 ? '' : `  ${file.skipped} lines had no text or no label and were left out\n`;
  return { evaluation, text: printEvaluation(evaluation) + skipped };
}
