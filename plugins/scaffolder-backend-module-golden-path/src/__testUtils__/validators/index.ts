import { alertRoutes } from './alertRoutes';
import { alerts } from './alerts';
import { catalogEntities } from './catalogEntities';
import { chart } from './chart';
import { dashboards } from './dashboards';
import { dockerfiles } from './dockerfiles';
import { expressions } from './expressions';
import { githubWorkflow } from './githubWorkflow';
import { gitlabPipeline } from './gitlabPipeline';
import { identity } from './identity';
import { jenkinsfile } from './jenkinsfile';
import { leftovers } from './leftovers';
import { loadTest } from './loadTest';
import { lock } from './lock';
import { manifests } from './manifests';
import { objectives } from './objectives';
import { runbook } from './runbook';
import { shellScripts } from './shellScripts';
import { syntax } from './syntax';
import { terraform } from './terraform';
import type { Validator } from './Validator';
import { yamlStyle } from './yamlStyle';

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
  githubWorkflow,
  gitlabPipeline,
  jenkinsfile,
  dockerfiles,
  shellScripts,
  yamlStyle,
];
