import type {
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { NotImplementedError } from '@backstage/errors';
import type { CostSourceFactory } from '@plimsoll/plugin-cost-node';
import { createFocusFactory } from '../focus/createFocusFactory';
import { createPrometheusUseFactory } from '../prometheusUse/createPrometheusUseFactory';
import { createOpenCostFactory } from '../opencost/createOpenCostFactory';

/** Sources that need no module. */
export function builtInFactories(options: {
  config: RootConfigService;
  urlReader: UrlReaderService;
}): CostSourceFactory[] {
  const { config } = options;
  return [
    createOpenCostFactory(),
    createPrometheusUseFactory(),
    createFocusFactory({
      config,
      placeOf: ({ key }) => {
        throw new NotImplementedError(`${key} cannot be read yet`);
      },
    }),
  ];
}
