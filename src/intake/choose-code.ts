import { HubError } from '../platform/index.js';

/**
 * The code of a fixed list that was written.
 * @param refusal code of the error
 * @throws HubError with that code when it is not in the list
 */
export function chooseCode<Known extends string>(known: readonly Known[], written: string, refusal: string, field: string): Known {
  const found = known.find((code) => code === written);
  if (found === undefined) throw new HubError(refusal, `This is one of ${known.join(', ')}.`, field);
  return found;
}
