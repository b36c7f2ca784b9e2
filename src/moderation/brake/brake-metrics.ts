import { Gauge, type Registry } from 'prom-client';
import type { Database } from '../../platform/index.js';
import { brakedRules } from './braked-rules.js';

/** Shows braked rules to whoever watches the hub: an alarm should ring while there is one. */
export function registerBrakeMetrics(registry: Registry, db: Database): void {
  new Gauge({
    name: 'hub_policy_rule_braked',
    help: 'Rules of the moderation policy that ran wild and hold no posts until a lead releases them; 1 for each',
    labelNames: ['rule'] as const,
    registers: [registry],
    async collect() {
      this.reset();
      for (const rule of await brakedRules(db)) this.set({ rule }, 1);
    },
  });
}
