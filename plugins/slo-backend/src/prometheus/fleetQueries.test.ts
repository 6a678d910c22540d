import type { ObjectiveDefinition } from '@plimsoll/plugin-slo-common';
import { largeFleet } from './__testUtils__/largeFleet';
import { definitionOf, recordedApi } from './__testUtils__/recordedApi';
import { PrometheusSource } from './PrometheusSource';

const HOUR = 1_768_003_200;
/** What is claimed at once. */
const BATCH = 200;
const LONGEST_ANSWER_BYTES = 10_000_000;

const fleet = largeFleet({ services: 10_000, own: 500 });

/** One renewal of all: the finished bucket, the unfinished one, batch by batch. */
async function renew(
  source: PrometheusSource,
  objectives: readonly ObjectiveDefinition[],
  to: number = HOUR + 540,
) {
  let queries = 0;
  let measured = 0;
  for (let from = 0; from < objectives.length; from += BATCH) {
    const result = await source.readBuckets({
      objectives: objectives.slice(from, from + BATCH),
      from: HOUR,
      to,
      step: 300,
    });
    queries += result.queries;
    measured += result.readings.filter(({ buckets }) => buckets.length).length;
  }
  return { queries, measured };
}

const sourceOn = (api: ReturnType<typeof recordedApi>['api']) =>
  PrometheusSource.create({
    api,
    historyApi: api,
    scrapeSeconds: 60,
    enforcedMatchers: {},
  });

// minutes here
jest.setTimeout(3_600_000);

describe('a fleet of 30,500 objectives', () => {
  it('is renewed with at most 700 queries, of 15 shapes and 500 of their own', async () => {
    const { api, queries } = recordedApi({ definitions: [] });
    const { queries: counted } = await renew(sourceOn(api), fleet);
    expect(fleet).toHaveLength(30_500);
    expect(queries.length).toBeGreaterThan(100);
    expect(queries.length).toBeLessThanOrEqual(700);
    // one question about the server is no part of any renewal
    expect(queries.length - counted).toBe(1);
  });

  it('is renewed with at most 20 queries where its rules are recorded, whatever else is so too', async () => {
    const { api, queries, longestAnswer } = recordedApi({
      definitions: fleet.map(definitionOf),
      rate: (_, series) => (series === 'bad' ? 1 / 30 : 100 / 3),
    });
    const source = sourceOn(api);
    expect(await renew(source, fleet)).toEqual({
      queries: 8,
      measured: fleet.length,
    });
    // an hour is caught up
    expect(await renew(source, fleet, HOUR + 3_900)).toEqual({
      queries: queries.length - 8,
      measured: fleet.length,
    });
    expect(queries.length - 8).toBeLessThanOrEqual(20);
    expect(longestAnswer()).toBeLessThan(LONGEST_ANSWER_BYTES);
  });
});
