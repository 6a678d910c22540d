import {
  type ObjectiveStatus,
  windowSeconds,
} from '@plimsoll/plugin-slo-common';
import { say, step, type WiringCheck } from './WiringCheck';

/** Whether what the objectives count can be counted. */
export const metricsCheck: WiringCheck = async ({ reads }) => {
  const objectives = await reads.objectives();
  const because = (...codes: Array<ObjectiveStatus['reason']['code']>) =>
    objectives.filter(({ reason }) => codes.includes(reason.code));
  const steps = [step('open-objectives')];
  if (objectives.length === 0) {
    return {
      state: 'missing',
      sentences: [say('metrics-no-objectives')],
      steps,
    };
  }
  const unmeasured = objectives.filter(({ evaluatedAt }) => !evaluatedAt);
  if (unmeasured.length) {
    return {
      state: 'waiting',
      sentences: [say('metrics-not-measured', { count: unmeasured.length })],
    };
  }
  const down = objectives.filter(({ state }) => state === 'unknown');
  if (down.length) {
    return {
      state: 'unknown',
      sentences: [say('metrics-source-failed', { source: down[0].source })],
    };
  }
  const faulty = because('faulty');
  if (faulty.length) {
    const [{ displayName, faults }] = faulty;
    const first = `${displayName}: ${faults.at(0)?.message ?? ''}`;
    return {
      state: 'missing',
      sentences: [say('metrics-faults', { count: faulty.length, first })],
      steps,
    };
  }
  const absent = objectives.filter(({ state }) => state === 'no-data');
  if (absent.length) {
    const names = absent.map(({ displayName }) => displayName).join(', ');
    return {
      state: 'missing',
      sentences: [say('metrics-absent', { count: absent.length, names })],
      steps: [step('open-pipeline-guide'), ...steps],
    };
  }
  return { state: 'done', sentences: [whatArrives(objectives)] };
};

function whatArrives(objectives: readonly ObjectiveStatus[]) {
  const measured = objectives.map(
    ({ coverage, window }) => coverage * windowSeconds(window.duration),
  );
  const events = objectives
    .filter(({ unit }) => unit === 'events')
    .map(({ budget }) => budget.total ?? 0);
  const count = objectives.length;
  const measuredSeconds = Math.round(Math.min(...measured));
  const requests = Math.round(Math.max(0, ...events));
  return requests > 0
    ? say('metrics-arrive', { count, measuredSeconds, requests })
    : say('metrics-no-traffic', { count, measuredSeconds });
}
