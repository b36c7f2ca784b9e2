import type { Owner } from './whose.js';

/** What personal data is called in the policy's answers. */
export type DataKind = 'identity-card' | 'old-identity-card' | 'mobile-phone' | 'home-phone' | 'bank-card' | 'qq-account' | 'wechat-account' | 'email' | 'home-address' | 'licence-plate';

/** Something that may be personal data; units of the text, end exclusive. */
export interface Sighting {
  readonly kind: DataKind;
  readonly start: number;
  readonly end: number;
  readonly owner: Owner;
}
