/** What was asked was not done, and why. */
export class Refusal extends Error {
  /** @param code the hub's stable code, or NETWORK */
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}

export function toRefusal(fault: unknown): Refusal {
  return fault instanceof Refusal ? fault : new Refusal('OTHER', fault instanceof Error ? fault.message : String(fault));
}
