import type { DemoQuery } from '../query/DemoQuery';
import type { EventFacts } from '../traffic/EventFacts';
import { EventStream } from '../traffic/EventStream';
import { counterSeries } from './counterSeries';
import { gaugeSeries } from './gaugeSeries';
import { METRIC_FAMILIES } from './metricFamilies';
import type { ServiceFacts } from './ServiceFacts';
import type { Series } from './series';
import * as systems from './services';

/** Everything that ShopKart's services export. */
export class DemoWorld {
  readonly #services: ReadonlyMap<string, ServiceFacts>;
  readonly #streams = new Map<EventFacts, EventStream>();

  /** @param services - all of ShopKart where they are left out */
  static create(options?: { services?: readonly ServiceFacts[] }): DemoWorld {
    return new DemoWorld(options?.services ?? Object.values(systems).flat());
  }

  private constructor(services: readonly ServiceFacts[]) {
    this.#services = new Map(services.map(facts => [facts.service, facts]));
  }

  /** Names of the services, in no order. */
  get services(): string[] {
    return [...this.#services.keys()];
  }

  /**
   * The series that a selector picks. It must name its service by
   * `service="..."`, and pick exactly one series of the sum over all pods.
   *
   * @returns `undefined` where the demo world has no such series
   */
  find(query: Pick<DemoQuery, 'metric' | 'matchers'>): Series | undefined {
    const { metric } = query;
    const [service, ...others] = query.matchers.filter(
      ({ label, operator }) => label === 'service' && operator === '=',
    );
    const facts = service && this.#services.get(service.value);
    if (!facts || others.length > 0) {
      return undefined;
    }
    const matchers = query.matchers.filter(matcher => matcher !== service);
    const series =
      this.#gauge(facts, { metric, matchers }) ??
      this.#counter(facts, { metric, matchers });
    return series && withSilence(series, facts);
  }

  #gauge(facts: ServiceFacts, query: Pick<DemoQuery, 'metric' | 'matchers'>) {
    const gauge = facts.gauges?.[query.metric];
    return gauge && query.matchers.length === 0
      ? gaugeSeries(gauge)
      : undefined;
  }

  #counter(facts: ServiceFacts, query: Pick<DemoQuery, 'metric' | 'matchers'>) {
    for (const family of METRIC_FAMILIES) {
      const events = facts[family.kind];
      const series =
        events &&
        counterSeries({
          ...query,
          family,
          facts,
          stream: this.#stream(facts.service, events),
        });
      if (series) {
        return series;
      }
    }
    return undefined;
  }

  /** One name a service: all it does has its good and bad hours together. */
  #stream(name: string, facts: EventFacts): EventStream {
    const stream =
      this.#streams.get(facts) ?? EventStream.create({ name, facts });
    this.#streams.set(facts, stream);
    return stream;
  }
}

/** A service that exports nothing any more. */
function withSilence(series: Series, facts: ServiceFacts): Series {
  if (facts.silentSince === undefined) {
    return series;
  }
  const end = Date.parse(`${facts.silentSince}T00:00:00Z`) / 60_000;
  return {
    ...series,
    exists: minute => minute < end && series.exists(minute),
    note: 'demo-silent-series',
  };
}
