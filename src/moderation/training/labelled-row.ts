/** A text and what people said of it. */
export interface LabelledRow {
  readonly title?: string;
  readonly text: string;
  /** Whether it breaks a rule. */
  readonly flag: boolean;
  /** The policy's category, where the data say it. */
  readonly category: string | null;
  /** What a functional suite tests with the row; `pair` names the row with the opposite flag. */
  readonly function?: string;
  readonly form?: string;
  readonly pair?: string | null;
  /** Finer label of the source, where it has one. */
  readonly fine?: string;
}
