import { rm } from 'node:fs/promises';

export default async function stopCluster() {
  const { cluster, folder } = globalThis.hubTestCluster;
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}
