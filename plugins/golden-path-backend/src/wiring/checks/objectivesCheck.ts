import type { DoctorCheck } from '@plimsoll/plugin-slo-common';
import { say, step, type WiringCheck } from './WiringCheck';

/** Whether data are there is another check's, and comes with the first pod. */
const ABOUT_DATA: ReadonlySet<DoctorCheck> = new Set<DoctorCheck>([
  'source',
  'series',
  'volume',
  'retention',
]);

/** Whether the objectives' documents say something that can be measured. */
export const objectivesCheck: WiringCheck = async ({ reads }) => {
  const { findings, objectives, documents } = await reads.findings();
  const own = findings.filter(({ check }) => !ABOUT_DATA.has(check));
  const errors = own.filter(({ severity }) => severity === 'error');
  const warnings = own.filter(({ severity }) => severity === 'warning');
  const steps = [step('open-objectives')];
  if (objectives === 0 && errors.length === 0) {
    return { state: 'missing', sentences: [say('objectives-none')], steps };
  }
  if (errors.length) {
    const [{ document, path, message }] = errors;
    const first = `${document}: ${path} ${message}`;
    return {
      state: 'missing',
      sentences: [say('objectives-findings', { count: errors.length, first })],
      steps,
    };
  }
  return {
    state: 'done',
    sentences: [
      say('objectives-valid', { count: objectives, documents }),
      ...(warnings.length
        ? [say('objectives-warnings', { count: warnings.length })]
        : []),
    ],
  };
};
