import type {
  CalendarMonth,
  ObjectiveDetail,
  ObjectiveKey,
} from '@plimsoll/plugin-slo-common';
import { calendarMonths, summarizeMonth } from '@plimsoll/plugin-slo-common';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import type { SloContext } from '../SloContext';
import { loadStatuses } from '../status/loadStatuses';
import { findObjective } from './findObjective';
import { objectiveTimeZone } from './objectiveTimeZone';

/**
 * One objective with its document and its calendar months.
 *
 * @throws NotFoundError when there is none, or none that the caller may see
 */
export async function getObjective(options: {
  context: SloContext;
  scope: ObjectiveScope;
  key: ObjectiveKey;
}): Promise<ObjectiveDetail> {
  const { context, scope, key } = options;
  const row = await findObjective({ client: context.client, scope, key });
  const [status] = await loadStatuses({ context, rows: [row] });
  const timeZone = objectiveTimeZone(status.window, context.timeZone);
  const sources = await context.sources.statuses();
  return {
    ...status,
    document: JSON.parse(row.document),
    location: row.location ?? undefined,
    sourceStatus: sources.find(({ name }) => name === row.source),
    months: await monthsOf({
      context,
      objectiveId: row.id,
      target: status.target,
      timeZone,
    }),
    timeZone,
  };
}

async function monthsOf(options: {
  context: SloContext;
  objectiveId: number;
  target: number;
  timeZone: string;
}): Promise<CalendarMonth[]> {
  const { context, objectiveId, target, timeZone } = options;
  const at = context.now();
  const months = calendarMonths({ at, timeZone });
  const sums = await context.ledger.sums([
    {
      objectiveId,
      ranges: months.map(({ from, to }) => ({ from, to: Math.min(to, at) })),
    },
  ]);
  return (sums.get(objectiveId) ?? []).map((sum, index) =>
    summarizeMonth({ month: months[index], sum, target, at }),
  );
}
