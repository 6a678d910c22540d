import type {
  CalendarMonth,
  ObjectiveDetail,
  ObjectiveKey,
} from '@plimsoll/plugin-slo-common';
import {
  calendarMonths,
  excludedSeconds,
  summarizeMonth,
} from '@plimsoll/plugin-slo-common';
import { correctedSums } from '../../corrections/correctedSums';
import { loadExclusions } from '../../corrections/loadExclusions';
import { ledgerSums } from '../../ledger/ledgerSums';
import type { KnownDefinition } from '../../objectives/CatalogObjective';
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
      definition: JSON.parse(row.definition),
      timeZone,
    }),
    timeZone,
  };
}

async function monthsOf(options: {
  context: SloContext;
  objectiveId: number;
  definition: KnownDefinition;
  timeZone: string;
}): Promise<CalendarMonth[]> {
  const { context, objectiveId, definition, timeZone } = options;
  const { client } = context;
  const at = context.now();
  const months = calendarMonths({ at, timeZone });
  const ranges = months.map(({ from, to }) => ({ from, to: Math.min(to, at) }));
  const exclusions = await loadExclusions({
    client,
    objectives: [{ id: objectiveId, definition }],
    now: at,
  });
  const { excluded = [] } = exclusions.get(objectiveId) ?? {};
  const request = { objectiveId, ranges };
  const sums = await correctedSums({
    client,
    requests: [{ ...request, excluded }],
  });
  const raw =
    excluded.length > 0
      ? await ledgerSums({ client, requests: [request] })
      : sums;
  return (sums.get(objectiveId) ?? []).map((sum, index) => {
    const seconds = excludedSeconds({ excluded, ...ranges[index] });
    return summarizeMonth({
      month: months[index],
      sum,
      target: definition.target,
      at,
      ...(seconds > 0 && {
        raw: raw.get(objectiveId)?.[index],
        excludedSeconds: seconds,
      }),
    });
  });
}
