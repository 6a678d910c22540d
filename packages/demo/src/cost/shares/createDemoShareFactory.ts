import type { CostSourceFactory } from '@plimsoll/plugin-cost-node';
import { DemoShareSource } from './DemoShareSource';

/** Makes the sources that app-config calls `type: demo-cluster`. */
export function createDemoShareFactory(): CostSourceFactory {
  return {
    type: 'demo-cluster',
    create: ({ name }) => ({
      kind: 'cluster',
      source: DemoShareSource.create({ name }),
    }),
  };
}
