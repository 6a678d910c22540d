import type { BandSet } from './BandSet';

const HOUR = 3_600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MONTH = 365.25 * (DAY / 12);

/**
 * Bands that can be switched on. There is none of 2024, whose high performers
 * fail more often than its medium ones, and none of 2025, which has no bands.
 *
 * @public
 */
export const BAND_SETS: readonly BandSet[] = [
  {
    id: 'dora-2023',
    title: 'DORA 2023',
    year: 2023,
    source: 'Accelerate State of DevOps Report 2023, DORA',
    limits: {
      // on demand, here once a day and more; once a week; once a month
      'deployment-frequency': [7, 1, WEEK / MONTH],
      'change-lead-time': [DAY, WEEK, MONTH],
      'change-failure-rate': [0.05, 0.1, 0.15],
      'failed-deployment-recovery-time': [HOUR, DAY, WEEK],
    },
  },
  {
    id: 'dora-2021',
    title: 'DORA 2021',
    year: 2021,
    source: 'Accelerate State of DevOps Report 2021, DORA',
    // its other bands have gaps between them, so that figures fall into none
    limits: { 'change-failure-rate': [0.15, 0.2, 0.3] },
  },
];
