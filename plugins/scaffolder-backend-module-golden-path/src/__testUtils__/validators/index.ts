import { alertRoutes } from './alertRoutes';
import { alerts } from './alerts';
import { catalogEntities } from './catalogEntities';
import { chart } from './chart';
import { dashboards } from './dashboards';
import { expressions } from './expressions';
import { identity } from './identity';
import { leftovers } from './leftovers';
import { loadTest } from './loadTest';
import { lock } from './lock';
import { manifests } from './manifests';
import { objectives } from './objectives';
import { runbook } from './runbook';
import { syntax } from './syntax';
import { terraform } from './terraform';
import type { Validator } from './Validator';

/**
 * What every rendering of the matrix is judged by. To judge a layer, write a
 * `Validator` beside this file and add it here, in a line of its own.
 */
export const validators: readonly Validator[] = [
  expressions,
  leftovers,
  syntax,
  identity,
  lock,
  chart,
  manifests,
  terraform,
  catalogEntities,
  objectives,
  alerts,
  alertRoutes,
  runbook,
  dashboards,
  loadTest,
];
