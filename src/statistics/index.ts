import { StatisticsResolver } from './statistics.resolver.js';

export { createStatisticsConsumers } from './reactions.js';
export { type TableReport, verifyTallies } from './verify-tallies.js';

export const resolvers = [StatisticsResolver];
