import {
  type Explanation,
  isoInstant,
  windowSeconds,
} from '@plimsoll/plugin-slo-common';
import { readsCounters } from '../../objectives/readsCounters';
import type { Evaluation } from './Evaluation';

type Note = Explanation['notes'][number];

/** What a reader must know to judge the numbers. */
export function explainNotes(options: {
  evaluation: Evaluation;
  /** The source's data are made up. */
  demo: boolean;
}): Note[] {
  const { evaluation, demo } = options;
  return [
    ...(demo ? [{ code: 'demo-data' }] : []),
    ...stateNotes(evaluation),
    ...correctionNotes(evaluation),
    ...indicatorNotes(evaluation),
    ...windowNotes(evaluation),
  ];
}

function stateNotes({ definition, status, stored }: Evaluation): Note[] {
  const notes: Note[] = [];
  if (status.reason.code === 'source-down') {
    notes.push({ code: 'source-down', params: { source: definition.source } });
  }
  if (status.state === 'warming-up') {
    notes.push({
      code: 'warming-up',
      ...(stored.measuredFrom !== undefined && {
        params: { measuredFrom: isoInstant(stored.measuredFrom) },
      }),
    });
  }
  if (status.state === 'insufficient') {
    notes.push({ code: 'few-events', params: status.reason.params });
  }
  if (stored.inconsistent) {
    notes.push({ code: 'inconsistent' });
  }
  if (stored.nonFinite) {
    notes.push({ code: 'non-finite' });
  }
  return notes;
}

function correctionNotes({ status }: Evaluation): Note[] {
  const { corrections } = status;
  if (!corrections) {
    return [];
  }
  const { count, excludedSeconds, aheadSeconds = 0 } = corrections;
  const noteOf = (code: string, seconds: number): Note[] =>
    seconds > 0
      ? [{ code, params: { corrections: count, excludedSeconds: seconds } }]
      : [];
  return [
    ...noteOf('corrected', excludedSeconds),
    ...noteOf('corrected-ahead', aheadSeconds),
    { code: 'alerts-not-corrected' },
  ];
}

function indicatorNotes({ definition }: Evaluation): Note[] {
  const { indicator } = definition;
  if (indicator?.kind !== 'ratio') {
    return [];
  }
  return [
    // The first sample of a new series has no sample before it to grow from.
    ...([indicator.good, indicator.bad, indicator.total].some(query =>
      readsCounters(indicator, query),
    )
      ? [{ code: 'first-sample-invisible' }]
      : []),
    ...(indicator.bad ? [{ code: 'bad-or-zero' }] : []),
  ];
}

function windowNotes({ definition, ranges, status }: Evaluation): Note[] {
  const { window } = definition;
  if (window.kind === 'calendar') {
    return status.projected
      ? [
          {
            code: 'calendar-estimate',
            params: { basis: status.projected.basis },
          },
        ]
      : [];
  }
  const { from, to } = ranges.window;
  const snapped = Math.abs(to - from - windowSeconds(window.duration));
  return snapped > 0
    ? [{ code: 'window-snapped', params: { seconds: snapped } }]
    : [];
}
