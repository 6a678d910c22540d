import { trafficSeries, type TrafficSeries } from './trafficSeries';

/** Six hours of traffic, of which the share of failures is known. */
export interface TruthScenario extends TrafficSeries {
  job: string;
  title: string;
}

/**
 * What misleads means of ratios: silence, errors that nobody had before, and
 * hours that matter little. Traffic begins three minutes late.
 */
export function truthScenarios(): TruthScenario[] {
  const startMinute = 3;
  return [
    {
      job: 'quiet',
      title: 'Three silent hours, then 60 requests a minute of which one fails',
      ...trafficSeries({
        job: 'quiet',
        startMinute,
        stretches: [
          { minutes: 177, perMinute: 0, failedPerMinute: 0 },
          { minutes: 180, perMinute: 60, failedPerMinute: 1 },
        ],
      }),
    },
    {
      job: 'late',
      title:
        'No error series until the fifth hour, then half of the requests fail for ten minutes',
      ...trafficSeries({
        job: 'late',
        startMinute,
        failedFrom: 300,
        stretches: [
          { minutes: 297, perMinute: 60, failedPerMinute: 0 },
          { minutes: 10, perMinute: 60, failedPerMinute: 30 },
          { minutes: 50, perMinute: 60, failedPerMinute: 0 },
        ],
      }),
    },
    {
      job: 'uneven',
      title:
        'Three busy hours without a failure, then three quiet ones in which half fails',
      ...trafficSeries({
        job: 'uneven',
        startMinute,
        stretches: [
          { minutes: 177, perMinute: 600, failedPerMinute: 0 },
          { minutes: 180, perMinute: 6, failedPerMinute: 3 },
        ],
      }),
    },
  ];
}
