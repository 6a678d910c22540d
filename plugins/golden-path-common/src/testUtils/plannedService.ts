import type { ServiceAnswers } from '../parameters/serviceParameters';
import type { PlannedService } from '../plan/PlannedService';
import { planService } from '../plan/planService';
import type { Stack } from '../stack/stacks';
import { shopKartPlatform } from './shopKartPlatform';
import { stockAnswers } from './stockAnswers';

/** A service of ShopKart as the form's defaults make it, but for these answers. @public */
export function plannedService(
  answers: Partial<ServiceAnswers> & { stack?: Stack } = {},
): PlannedService {
  const { stack = 'fastapi', ...rest } = answers;
  return planService({
    stack,
    version: '1.0.0',
    parameters: stockAnswers(rest),
    platform: shopKartPlatform,
    host: { type: 'github', baseUrl: 'https://github.com' },
  });
}
