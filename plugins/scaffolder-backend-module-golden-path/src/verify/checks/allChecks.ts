import type { Check } from '../Check';
import { dockerfileCheck } from './dockerfileCheck';
import { expressionCheck } from './expressionCheck';
import { jsonCheck } from './jsonCheck';
import { manifestCheck } from './manifestCheck';
import { ruleCheck } from './ruleCheck';
import { secretCheck } from './secretCheck';
import { sloCheck } from './sloCheck';
import { terraformCheck } from './terraformCheck';
import { workflowCheck } from './workflowCheck';
import { yamlCheck } from './yamlCheck';

/** In the order in which people read them. */
export const ALL_CHECKS: readonly Check[] = [
  expressionCheck,
  secretCheck,
  yamlCheck,
  jsonCheck,
  sloCheck,
  ruleCheck,
  manifestCheck,
  dockerfileCheck,
  workflowCheck,
  terraformCheck,
];
