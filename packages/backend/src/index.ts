import { createBackend } from '@backstage/backend-defaults';
import { localFeatures } from './localFeatures';
import { policyFeature } from './policy';
import { portalFeatures } from './portalFeatures';

const backend = createBackend();

for (const feature of portalFeatures) {
  backend.add(feature);
}
backend.add(policyFeature);
backend.add(localFeatures);

backend.start();
