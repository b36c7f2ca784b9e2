/**
 * A login after an @. Only letters of ASCII, digits and . _ - belong to it, because Chinese goes on without a blank; and none of them
 * stands before the @: an address of mail is no mention.
 */
const MENTION = /(?<![A-Za-z0-9._-])@([A-Za-z0-9_](?:[A-Za-z0-9._-]*[A-Za-z0-9_])?)/g;

/** The logins that a note names, each once, in the order in which they come. */
export function findMentions(text: string): string[] {
  return [...new Set([...text.matchAll(MENTION)].map(([, login = '']) => login))];
}
