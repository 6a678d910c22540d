import type { MetricExplanation } from '@plimsoll/plugin-stability-common';
import { useStabilityPaths } from '../routes';
import {
  deploymentName,
  evidenceText,
  useVoice,
  type FactIndex,
} from '../words';
import type { SampleEntry } from './SampleList';

/** Deployments and incidents behind a number, each as a line. */
export function useSampleEntries(options: {
  entityRef: string;
  explanation: MetricExplanation;
  index: FactIndex;
}): SampleEntry[] {
  const { entityRef, explanation, index } = options;
  const { formats, t } = useVoice();
  const paths = useStabilityPaths();
  const at = (iso: string | undefined) =>
    iso ? formats.instant(new Date(iso), 'short') : '';
  const isRatio = explanation.figure.unit === 'ratio';

  const deployments = explanation.deployments.map((one): SampleEntry => {
    const ground = one.evidence.find(({ overruled }) => !overruled);
    const evidence =
      ground &&
      evidenceText({ evidence: ground, deployment: one, index, formats, t });
    return {
      id: one.id,
      name: deploymentName(one),
      href: paths.tab(entityRef, { deployment: one.id }),
      at: at(one.finishedAt),
      value: one.seconds === undefined ? '' : formats.duration(one.seconds),
      note: one.leftOut ? t(`explain.reasons.${one.leftOut}`) : evidence ?? '',
      strong: isRatio && one.counted,
      leftOut: one.leftOut !== undefined,
    };
  });
  const incidents = explanation.incidents.map(
    (one): SampleEntry => ({
      id: one.id,
      name: one.label,
      at: at(one.startedAt),
      value: one.seconds === undefined ? '' : formats.duration(one.seconds),
      note: one.leftOut ? t(`explain.reasons.${one.leftOut}`) : one.title,
      strong: false,
      leftOut: one.leftOut !== undefined,
    }),
  );
  return [...deployments, ...incidents];
}
