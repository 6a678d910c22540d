import type { MetricsService } from '@backstage/backend-plugin-api/alpha';

/** Instruments that nobody reads, outside of jest. */
export function quietMetrics(): MetricsService {
  const instrument = {
    add() {},
    record() {},
    addCallback() {},
    removeCallback() {},
  };
  const create = () => instrument;
  return {
    createCounter: create,
    createUpDownCounter: create,
    createHistogram: create,
    createGauge: create,
    createObservableCounter: create,
    createObservableUpDownCounter: create,
    createObservableGauge: create,
  };
}
