import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chmod } from 'node:fs/promises';
import { migrate, startEmbeddedCluster } from '../../dist/platform/index.js';

/** One real PostgreSQL for the whole run; each test file clones its own database from the migrated one. */
export default async function startCluster() {
  const folder = await mkdtemp(join(tmpdir(), 'wenming-test-'));
  await chmod(folder, 0o755);
  const cluster = await startEmbeddedCluster(folder, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' });
  await migrate(cluster.url);
  process.env.HUB_TEST_URL = cluster.url;
  process.env.HUB_TEST_ADMIN_URL = cluster.adminUrl;
  globalThis.hubTestCluster = { cluster, folder };
}
