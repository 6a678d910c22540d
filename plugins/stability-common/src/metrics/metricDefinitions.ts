import type { FigureContext } from './figures/FigureContext';
import { frequencyFigure, preventedFigure } from './figures/countFigure';
import { durationFigure } from './figures/durationFigure';
import { ratioFigure } from './figures/ratioFigure';
import type { MetricFigure, MetricName } from './MetricFigure';
import type { MetricScope } from './MetricScope';
import {
  failureSamples,
  frequencySamples,
  preventedSamples,
  reworkSamples,
} from './samples/deploymentSamples';
import { acknowledgeSamples, recoverSamples } from './samples/incidentSamples';
import { leadTimeSamples } from './samples/leadTimeSamples';
import type { MetricSample } from './samples/MetricSample';
import { recoverySamples } from './samples/recoverySamples';
import { rollbackSamples } from './samples/rollbackSamples';

interface MetricDefinition {
  /** Raised whenever the same facts would give another figure. */
  version: number;
  /** Whether a higher or a lower value meets a target. */
  better: 'higher' | 'lower';
  samplesOf(scope: MetricScope): MetricSample[];
  figureOf(context: FigureContext): Omit<MetricFigure, 'definition'>;
}

const deployments = {
  version: 1,
  better: 'lower',
  figureOf: ratioFigure,
} as const;
const durations = {
  version: 1,
  better: 'lower',
  figureOf: durationFigure,
} as const;

/** What each metric looks at and how it counts; the README says it in words. */
export const METRIC_DEFINITIONS: Record<MetricName, MetricDefinition> = {
  'deployment-frequency': {
    version: 1,
    better: 'higher',
    samplesOf: frequencySamples,
    figureOf: frequencyFigure,
  },
  'change-lead-time': { ...durations, samplesOf: leadTimeSamples },
  'change-failure-rate': { ...deployments, samplesOf: failureSamples },
  'failed-deployment-recovery-time': {
    ...durations,
    samplesOf: recoverySamples,
  },
  'rework-rate': { ...deployments, samplesOf: reworkSamples },
  'rollback-time': { ...durations, samplesOf: rollbackSamples },
  'time-to-acknowledge': { ...durations, samplesOf: acknowledgeSamples },
  'time-to-recover': { ...durations, samplesOf: recoverSamples },
  'prevented-failures': {
    version: 1,
    better: 'higher',
    samplesOf: preventedSamples,
    figureOf: preventedFigure,
  },
};
