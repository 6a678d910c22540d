import type { CostSourceFactory } from '@plimsoll/plugin-cost-node';
import { DemoUseSource } from './DemoUseSource';

/** Makes the sources that app-config calls `type: demo-use`. */
export function createDemoUseFactory(): CostSourceFactory {
  return {
    type: 'demo-use',
    create: ({ name }) => ({
      kind: 'use',
      source: DemoUseSource.create({ name }),
    }),
  };
}
