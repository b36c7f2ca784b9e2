import { plainText } from './content/extract-text.js';
import { HubError, isStorable } from '../platform/index.js';

/**
 * A text as it was given, or null where there is none or it is blank.
 * @param longest most UTF-16 units
 * @throws HubError TOO_LONG or MALFORMED_TEXT
 */
export function optionalText(text: string | null | undefined, field: string, longest: number): string | null {
  if (text === null || text === undefined) return null;
  if (text.length > longest) throw new HubError('TOO_LONG', `At most ${longest.toLocaleString('en')} characters fit here; this has ${text.length.toLocaleString('en')}.`, field);
  if (!isStorable(text)) throw new HubError('MALFORMED_TEXT', 'This holds a NUL character or half a surrogate pair.', field);
  return text.trim() === '' ? null : text;
}

/**
 * A text that must be there.
 * @throws HubError REQUIRED, TOO_LONG or MALFORMED_TEXT
 */
export function requiredText(text: string | null | undefined, field: string, longest: number): string {
  return present(optionalText(text, field, longest), field);
}

/** A text of one line, white space folded, or null. Throws as {@link optionalText}. */
export function optionalLine(text: string | null | undefined, field: string, longest: number): string | null {
  const given = optionalText(text, field, longest);
  const line = given === null ? '' : plainText(given).replace(/\n+/g, ' ');
  return line === '' ? null : line;
}

/** A text of one line that must be there. Throws as {@link requiredText}. */
export function requiredLine(text: string | null | undefined, field: string, longest: number): string {
  return present(optionalLine(text, field, longest), field);
}

function present(text: string | null, field: string): string {
  if (text === null) throw new HubError('REQUIRED', 'This must be given.', field);
  return text;
}
