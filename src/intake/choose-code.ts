import { HubError } from '../platform/index.js';
import { requiredText } from './check-text.js';

const LONGEST = 100;

/**
 * The code of a fixed list that was written.
 * @param refusal code of the error
 * @throws HubError with that code when it is not in the list; REQUIRED, TOO_LONG or MALFORMED_TEXT
 */
export function chooseCode<Known extends string>(known: readonly Known[], written: string, refusal: string, field: string): Known {
  const code = requiredText(written, field, LONGEST);
  const found = known.find((one) => one === code);
  if (found === undefined) throw new HubError(refusal, `"${code}" is not one of ${known.join(', ')}.`, field);
  return found;
}
