import {
  type ExplainedFigure,
  type Forecast,
  isoInstant,
  unixSeconds,
  windowSeconds,
} from '@plimsoll/plugin-slo-common';
import type { Evaluation } from './Evaluation';
import { formatNumber } from './formatNumber';

/**
 * When the budget will be gone. The value is the seconds until then, absent
 * where no instant is foretold.
 */
export function forecastFigure(evaluation: Evaluation): ExplainedFigure {
  const { at, status, definition } = evaluation;
  const { forecast } = status;
  const seconds =
    forecast.kind === 'at' ? unixSeconds(forecast.at) - at : undefined;
  const isCalendar = definition.window.kind === 'calendar';
  return {
    id: 'forecast',
    value: seconds,
    formula: isCalendar
      ? 'gone when the expected volume has brought left \u00d7 expected / burn more'
      : 'gone in = (left + leaving) \u00d7 window / burn',
    steps: stepsOf(evaluation, seconds),
    inputs: inputsOf(evaluation, forecast),
    from: isoInstant(at),
    to: forecast.kind === 'at' ? forecast.at : undefined,
  };
}

function stepsOf(
  evaluation: Evaluation,
  seconds: number | undefined,
): string[] {
  const { status, definition } = evaluation;
  const { forecast } = status;
  const left = leftOf(evaluation);
  if (forecast.kind === 'exhausted') {
    return left === undefined ? [] : [`left = ${formatNumber(left)} \u2264 0`];
  }
  if (forecast.kind === 'unknown' || left === undefined) {
    return [];
  }
  const burn = formatNumber(forecast.burnRate);
  if (definition.window.kind === 'calendar') {
    const units = `${formatNumber(left)} \u00d7 ${formatNumber(
      status.projected?.expectedTotal ?? 0,
    )} / ${burn} more ${definition.unit}`;
    return [
      forecast.kind === 'at'
        ? `${units} by ${forecast.at}`
        : `${units} are not expected before ${status.windowTo}`,
    ];
  }
  const window = windowSeconds(definition.window.duration);
  if (forecast.kind !== 'at' || seconds === undefined) {
    return [
      `left + leaving > ${burn} \u00d7 time / ${formatNumber(
        window,
      )} s at all times`,
    ];
  }
  const leaving = leavingUntil(forecast.burnRate, { seconds, window, left });
  return [
    `leaving = ${formatNumber(leaving)} until ${forecast.at}`,
    `gone in = (${formatNumber(left)} + ${formatNumber(
      leaving,
    )}) \u00d7 ${formatNumber(window)} s / ${burn} = ${formatNumber(
      Math.round(seconds),
    )} s`,
  ];
}

/** Share of the budget that old failures give back by leaving the window. */
function leavingUntil(
  burnRate: number,
  span: { seconds: number; window: number; left: number },
): number {
  return Math.max(0, (burnRate * span.seconds) / span.window - span.left);
}

function inputsOf(
  evaluation: Evaluation,
  forecast: Forecast,
): ExplainedFigure['inputs'] {
  const left = leftOf(evaluation);
  return [
    ...(left === undefined ? [] : [{ name: 'left', value: left }]),
    ...('burnRate' in forecast
      ? [
          { name: 'burn', value: forecast.burnRate },
          { name: 'burnWindow', value: forecast.window },
        ]
      : []),
    {
      name: 'window',
      value: windowSeconds(evaluation.definition.window.duration),
      unit: 's',
    },
  ];
}

/** Calendar windows are foretold against their whole expected volume. */
function leftOf({ status }: Evaluation): number | undefined {
  return status.projected?.remaining ?? status.budget.remaining;
}
