import type {
  RootConfigService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { CostSourceFactory } from '@plimsoll/plugin-cost-node';
import { UrlPlace } from '../files/UrlPlace';
import { createFocusFactory } from '../focus/createFocusFactory';
import { createPrometheusUseFactory } from '../prometheusUse/createPrometheusUseFactory';
import { createOpenCostFactory } from '../opencost/createOpenCostFactory';

/** Sources that need no module. */
export function builtInFactories(options: {
  config: RootConfigService;
  urlReader: UrlReaderService;
}): CostSourceFactory[] {
  const { config, urlReader } = options;
  const focus = createFocusFactory({
    config,
    placeOf: place => UrlPlace.create({ ...place, urlReader }),
  });
  return [
    createOpenCostFactory(),
    createPrometheusUseFactory(),
    focus,
    // the same, but for who writes it: see createSources
    { ...focus, type: 'demo-bill' },
  ];
}
