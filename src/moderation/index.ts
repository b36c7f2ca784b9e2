export { type DecisionAction, STANDINGS, type Standing } from './standing-states.js';
export { decisionUndone, reviewDecided, reviewOpened, standingChanged } from './events.js';
export { type PostStanding, standingsOf } from './standings.js';
