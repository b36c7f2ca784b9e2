import { HubError } from '../platform/index.js';

/** Parents that go round in a circle, counting those that the hub has already. */
export class UnitBelowItself extends HubError {
  /** @param codes the units of the import whose parents cannot be */
  constructor(readonly codes: readonly string[]) {
    super('UNIT_BELOW_ITSELF', `Some units would stand below themselves, counting those that the hub has already: ${codes.join(', ')}.`);
    this.name = 'UnitBelowItself';
  }
}
