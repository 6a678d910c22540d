import { InputError } from '@backstage/errors';
import {
  type LedgerSum,
  unixSeconds,
  type VolumeRequest,
  type VolumeResponse,
  type ZonedDay,
  zonedDays,
} from '@plimsoll/plugin-slo-common';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import type { SloContext } from '../SloContext';
import { findVolumeObjective } from './findVolumeObjective';

const MAX_DAYS = 400;

/**
 * Events of a service per day, for unit cost. Only days that the range touches
 * are given, each as a whole day of the zone as far as it has passed.
 *
 * @throws InputError when the range is upside down, or longer than 400 days
 */
export async function getVolume(options: {
  context: SloContext;
  scope: ObjectiveScope;
  request: VolumeRequest;
}): Promise<VolumeResponse> {
  const { context, scope, request } = options;
  const entityRef = request.entityRef.toLocaleLowerCase('en-US');
  const timeZone = request.timeZone ?? context.timeZone;
  const days = daysOf(request, timeZone);
  const now = context.now();
  const found = await findVolumeObjective({ context, scope, entityRef });
  if (!found) {
    return { entityRef, timeZone, days: [] };
  }
  const past = days.filter(day => day.from < now);
  const sums = await context.ledger.sums([
    {
      objectiveId: found.id,
      ranges: past.map(({ from, to }) => ({ from, to: Math.min(to, now) })),
    },
  ]);
  return {
    entityRef,
    timeZone,
    objective: {
      ref: found.ref,
      objective: found.objective,
      displayName: found.display_name,
    },
    days: (sums.get(found.id) ?? []).map((sum, index) =>
      toDay(past[index], sum),
    ),
  };
}

function daysOf(request: VolumeRequest, timeZone: string): readonly ZonedDay[] {
  const from = unixSeconds(request.from);
  const to = unixSeconds(request.to);
  if (from >= to || to - from > MAX_DAYS * 86_400) {
    throw new InputError(
      `The range from ${request.from} to ${request.to} cannot be answered; 'from' must lie before 'to', by at most ${MAX_DAYS} days`,
    );
  }
  return zonedDays({ from, to, timeZone });
}

function toDay(day: ZonedDay, sum: LedgerSum): VolumeResponse['days'][number] {
  const { bad, total, coveredSeconds } = sum;
  return {
    date: day.date,
    bad,
    total,
    coverage: Math.min(1, coveredSeconds / (sum.to - sum.from)),
  };
}
