import type { SamplingSettings } from '../policy/sampling-settings.js';
import { wilsonInterval } from './wilson-interval.js';

/** What people made of a site's sampled posts, the latest of them, as many as the policy asks for. */
export interface SiteRecord {
  readonly decided: number;
  /** Of those, returned or removed. */
  readonly violations: number;
  /** Decided since the last violation. */
  readonly cleanSince: number;
}

/**
 * Share of a site's cleared posts that people see all the same, 0 … 1. New sites are seen whole; a clean record lowers the
 * rate step by step, as fast as it makes a high share of violations unlikely (upper end of Wilson's 95 % interval, so that
 * 3 clean of 3 is not clean); a violation raises it at once.
 */
export function sampleRate({ decided, violations, cleanSince }: SiteRecord, settings: SamplingSettings): number {
  const { newSiteDecisions, steps, afterViolation, floor, ceiling } = settings;
  if (decided < newSiteDecisions) return ceiling;
  const worst = wilsonInterval(violations, decided).high;
  const earned = steps.find(({ below }) => worst < below)?.rate ?? ceiling;
  const onWatch = violations > 0 && cleanSince < afterViolation.cleanDecisions;
  return Math.min(ceiling, Math.max(floor, earned, onWatch ? afterViolation.rate : 0));
}
