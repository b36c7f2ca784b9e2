/** `hub bench`: see test/bench. */
export function runBench(): Promise<0> {
  return Promise.reject(new Error('not yet'));
}
