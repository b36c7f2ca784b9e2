/**
 * An expected failure: something the caller can understand and mend.
 * Mapped once at the edge: to `userErrors` of a mutation's payload, or to a top-level error with `extensions.code`.
 */
export class HubError extends Error {
  /**
   * @param code stable UPPER_SNAKE code that callers may branch on
   * @param message one sentence for a person
   * @param field dotted path of the input at fault, e.g. `posts.3.title`
   */
  constructor(
    readonly code: string,
    message: string,
    readonly field?: string,
  ) {
    super(message);
    this.name = 'HubError';
  }
}

/** A wrong use of the command line or a wrong setting: one sentence, exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
