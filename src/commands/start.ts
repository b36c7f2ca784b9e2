import { SupervisedPart } from './supervised-part.js';

/**
 * Starts everything and stays until a signal: API and worker as processes of their own, brought back if they die. They are
 * launched before anything heavy is loaded here, because loading is what a start mostly waits for.
 */
export async function startHub(): Promise<undefined> {
  const parts = [new SupervisedPart('api'), new SupervisedPart('worker')];
  try {
    const { runHub } = await import('./run-hub.js');
    return await runHub(parts);
  } finally {
    await Promise.all(parts.map((part) => part.stop()));
  }
}
