import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type {
  Fault,
  Indicator,
  MetricQuery,
  RatioIndicator,
} from '@plimsoll/plugin-slo-common';
import type { Measurement } from './Measurement';
import { parseWithin } from './parseWithin';

const PLACE = 'spec.indicator.spec';
const KINDS = ['deployments', 'incidents'] as const;

/** Either what is counted, or why it cannot be. */
export type ReadMeasurement =
  | { measurement: Measurement; faults: [] }
  | { measurement?: undefined; faults: Fault[] };

/** Reads the `spec` of both sides of a ratio. */
export function readMeasurement(indicator: Indicator): ReadMeasurement {
  if (indicator.kind !== 'ratio') {
    return faulty(
      `${PLACE}.${
        indicator.kind === 'raw' ? 'ratioMetric.raw' : 'thresholdMetric'
      }`,
      'is not measured by the source stability: write a ratioMetric with good or bad, and total',
    );
  }
  const side = indicator.bad ? 'bad' : 'good';
  const total = countedBy('total', indicator.total);
  const part = countedBy(side, indicator[side] as MetricQuery);
  if ('faults' in total) {
    return total;
  }
  if ('faults' in part) {
    return part;
  }
  if (total.kind !== part.kind || total.entityRef !== part.entityRef) {
    return faulty(
      `${specOf(side)}`,
      `must count the same as total does: ${total.kind} of ${total.entityRef}`,
    );
  }
  return total.kind === 'deployments'
    ? deployments(total.entityRef, side, indicator)
    : incidents(total.entityRef, side, indicator);
}

function deployments(
  entityRef: string,
  side: 'good' | 'bad',
  indicator: RatioIndicator,
): ReadMeasurement {
  const wanted = side === 'bad' ? 'failed' : 'clean';
  const verdict = indicator[side]?.spec.verdict;
  return verdict === wanted
    ? { measurement: { kind: 'deployments', entityRef }, faults: [] }
    : faulty(
        `${specOf(side)}.verdict`,
        `must be ${wanted}: those are the ${side} deployments`,
      );
}

function incidents(
  entityRef: string,
  side: 'good' | 'bad',
  indicator: RatioIndicator,
): ReadMeasurement {
  if (side === 'bad') {
    return faulty(
      specOf('bad'),
      'cannot be counted: write good with recoveredWithin, the time that an incident may last',
    );
  }
  const withinSeconds = parseWithin(indicator.good?.spec.recoveredWithin);
  return withinSeconds === undefined
    ? faulty(
        `${specOf('good')}.recoveredWithin`,
        'must be the time that an incident may last, for instance 10m: whole s, m, h or d',
      )
    : {
        measurement: { kind: 'incidents', entityRef, withinSeconds },
        faults: [],
      };
}

function countedBy(
  side: 'good' | 'bad' | 'total',
  { spec }: MetricQuery,
): { kind: Measurement['kind']; entityRef: string } | { faults: Fault[] } {
  const named = KINDS.filter(kind => spec[kind] !== undefined);
  const [kind] = named;
  if (named.length !== 1) {
    return faulty(
      specOf(side),
      'must have either deployments or incidents, with the service that is meant',
    );
  }
  const entityRef = refOf(spec[kind]);
  return entityRef === undefined
    ? faulty(
        `${specOf(side)}.${kind}`,
        'must be a service, for instance checkout or component:default/checkout',
      )
    : { kind, entityRef };
}

function refOf(value: unknown): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(String(value), {
        defaultKind: 'component',
        defaultNamespace: 'default',
      }),
    );
  } catch {
    return undefined;
  }
}

function specOf(side: string): string {
  return `${PLACE}.ratioMetric.${side}.metricSource.spec`;
}

function faulty(path: string, message: string): { faults: Fault[] } {
  return { faults: [{ path, message }] };
}
