/** What became of a row of a push. */
export enum PushOutcome {
  CREATED = 'CREATED',
  REVISED = 'REVISED',
  UNCHANGED = 'UNCHANGED',
  REJECTED = 'REJECTED',
}

/** Why a row was rejected. */
export interface RowError {
  /** Stable UPPER_SNAKE code. */
  readonly code: string;
  /** One sentence for a person. */
  readonly message: string;
  /** Field of the row, e.g. `media.0.url`. */
  readonly field: string;
}

/** What became of one row, in the order of the request. */
export interface PushResult {
  readonly externalId: string;
  readonly outcome: PushOutcome;
  /** uuid of the post; null for a rejected row. */
  readonly postId: string | null;
  readonly error: RowError | null;
}
