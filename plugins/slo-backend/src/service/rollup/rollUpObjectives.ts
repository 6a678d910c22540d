import type {
  MyRollupRequest,
  ObjectiveRollup,
} from '@plimsoll/plugin-slo-common';
import type { ObjectiveScope } from '../../permissions/ObjectiveScope';
import { visibleSources } from '../list/visibleSources';
import type { SloContext } from '../SloContext';
import { countObjectives } from './countObjectives';
import { countServices } from './countServices';
import { readWorst } from './readWorst';
import { type RollupSubject, rolledUpObjectives } from './rolledUpObjectives';

const DEFAULT_LIMIT = 6;

/** @see rollUpObjectives */
export interface RollUpOptions {
  context: SloContext;
  scope: ObjectiveScope;
  request: MyRollupRequest;
  subject: RollupSubject;
}

/**
 * States, services and worst objectives of a subject. Each part starts from
 * the same `rolledUpObjectives`, so that none tells of more than another.
 */
export async function rollUpObjectives(
  options: RollUpOptions,
): Promise<ObjectiveRollup> {
  const { context, scope, request, subject } = options;
  const { client, sources } = context;
  const { limit = DEFAULT_LIMIT, each = 'objective' } = request;
  const rolledUp = { client, scope, subject };
  const [counts, services, worst, shownSources] = await Promise.all([
    countObjectives(rolledUp),
    countServices(rolledUp),
    readWorst({ ...rolledUp, sources, limit, each }),
    visibleSources({
      context,
      scope,
      visible: () => rolledUpObjectives(rolledUp),
    }),
  ]);
  return { ...counts, services, worst, sources: shownSources };
}
