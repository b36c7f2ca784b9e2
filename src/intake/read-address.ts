import { HubError } from '../platform/index.js';
import { optionalText, requiredText } from './check-text.js';

const LONGEST = 2_000;

/**
 * A web address (http or https, absolute, without a password), or null where none is given.
 * @param refusal code of the error when it is no such address
 * @throws HubError with that code, TOO_LONG or MALFORMED_TEXT
 */
export function optionalAddress(written: string | null | undefined, field: string, refusal = 'BAD_URL'): string | null {
  const address = optionalText(written, field, LONGEST)?.trim() ?? null;
  if (address !== null && !isWebAddress(address)) {
    throw new HubError(refusal, 'This is no web address: give one like https://site.example.org/post/1, http or https.', field);
  }
  return address;
}

/** A web address that must be there. Throws REQUIRED, or as {@link optionalAddress}. */
export function requiredAddress(written: string | null | undefined, field: string): string {
  requiredText(written, field, LONGEST);
  return optionalAddress(written, field) ?? '';
}

function isWebAddress(address: string): boolean {
  // URL parsers quietly drop white space and mend backslashes; a reader of the feed may not.
  if (/[\s\\<>"]/.test(address) || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return false;
  const { username, password } = new URL(address);
  return username === '' && password === '';
}
