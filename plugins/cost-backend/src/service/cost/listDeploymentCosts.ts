import {
  addDays,
  type CostPage,
  type CostRangeRequest,
  type DeploymentCost,
  deploymentCosts,
  type PageRequest,
} from '@plimsoll/plugin-cost-common';
import { askedEntity } from '@plimsoll/service-index';
import { readDeployments } from '../../deployments/readDeployments';
import type { CostView } from '../../permissions/CostAccess';
import { REQUESTS } from '../../volumes/readUnits';
import { readVolumes } from '../../volumes/readVolumes';
import type { CostContext } from '../CostContext';
import { findMembers } from '../members/findMembers';
import { pagedItems } from '../pagedItems';
import { readRange } from '../range/readRange';
import type { CostRange } from '../range/CostRange';
import { readDailyCosts } from './readDailyCosts';
import { dailyAmounts } from './sumBy';

const DEFAULT_LIMIT = 25;
/** Days before the end of a range of which deployments are shown by default. */
const SHOWN_DAYS = 60;
/** Days before that are compared with. */
const HISTORY_DAYS = 60;

/**
 * What deployments did to the cost of a request, largest change first.
 *
 * @throws NotFoundError when there is no such service, or none to be seen
 */
export async function listDeploymentCosts(options: {
  context: CostContext;
  view: CostView;
  ref: string;
  request: CostRangeRequest & PageRequest;
}): Promise<CostPage<DeploymentCost>> {
  const { context, view, ref, request } = options;
  const { client, now } = context;
  const entity = askedEntity(ref);
  const members = await findMembers({ client, scope: view.scope, entity });
  const { state, range } = await readRange(options);
  const today = new Date(now()).toISOString().slice(0, 10);
  const shownFrom = request.from ?? addDays(range.to, -SHOWN_DAYS);
  const shownTo = request.to ?? addDays(today, 1);
  const span = {
    client,
    entityRefs: members,
    from: addDays(shownFrom, -HISTORY_DAYS),
    to: addDays(today, 1),
  };
  const [costs, volumes, deployments] = await Promise.all([
    readDailyCosts({ ...span, ...rangeFigures(range) }),
    readVolumes({ ...span, unit: REQUESTS }),
    readDeployments(span),
  ]);
  const all = deploymentCosts({
    ...REQUESTS,
    deployments,
    costs: dailyAmounts(costs),
    volumes,
    completeTo: state.completeTo ?? addDays(range.from, -1),
  });
  return pagedItems({
    items: all.filter(
      ({ finishedAt }) =>
        finishedAt.slice(0, 10) >= shownFrom &&
        finishedAt.slice(0, 10) < shownTo,
    ),
    nameOf: ({ deploymentId }) => deploymentId,
    list: 'deployments',
    limit: request.limit ?? DEFAULT_LIMIT,
    cursor: request.cursor,
  });
}

function rangeFigures({ metric, currency }: CostRange) {
  return { metric, currency };
}
