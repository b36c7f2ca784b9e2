import { StatisticsResolver } from './statistics.resolver.js';

export { createStatisticsConsumers } from './reactions.js';
export { verifyTallies } from './verify-tallies.js';

export const resolvers = [StatisticsResolver];
