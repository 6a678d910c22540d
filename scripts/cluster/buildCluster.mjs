/** `node scripts/cluster/buildCluster.mjs`: builds the test cluster's programs ahead of time. */
import { runMain } from '../console/runMain.mjs';
import { bringClusterPrograms } from './bringClusterPrograms.mjs';

await runMain(async () => {
  await bringClusterPrograms({ env: process.env });
});
