import { renderMatcher } from '@plimsoll/promql';
import { burnPairChoice, type BurnPair } from '../../burnRate/burnPairs';
import { minBadUnits } from '../../burnRate/minBadUnits';
import { sliceSecondsOf } from '../../objective/Budgeting';
import type { ObjectiveDefinition } from '../../objective/ObjectiveDefinition';
import { windowSeconds } from '../../window/windowSeconds';
import type { AlertingRule } from '../Rule';
import type { RuleObjective } from '../RuleObjective';
import { badUnitsSeries, burnRateSeries, JOIN } from '../series/fleetRules';
import { alertAnnotations, alertLabels } from './alertTexts';

const ALERTS = {
  page: { name: 'SLOFastBurn', what: 'the error budget burns fast' },
  ticket: { name: 'SLOSlowBurn', what: 'the error budget burns too fast' },
} as const;

/** Matchers that pick one objective: `{slo="...",objective="..."}`. */
export function matchersOf({ ref, objective }: ObjectiveDefinition): string {
  const matchers = [
    { label: 'slo', operator: '=' as const, value: ref },
    { label: 'objective', operator: '=' as const, value: objective },
  ];
  return `{${matchers.map(renderMatcher).join(',')}}`;
}

/**
 * The page and the ticket of an objective: any of its pairs of burn rates, each
 * with a minimum of bad units in its long window, so that one failure of a
 * quiet service calls nobody. Pairs that make no sense are left out.
 */
export function pairAlerts(options: {
  objective: RuleObjective;
  portalUrl?: string;
}): AlertingRule[] {
  const { definition } = options.objective;
  const { pairs } = burnPairChoice({
    windowSeconds: windowSeconds(definition.window.duration),
    target: definition.target,
    sliceSeconds: sliceSecondsOf(definition.budgeting),
  });
  return (['page', 'ticket'] as const).flatMap(severity => {
    const own = pairs.filter(pair => pair.severity === severity);
    const { name, what } = ALERTS[severity];
    return own.length
      ? [
          {
            alert: name,
            expr: own
              .map(pair => pairExpression(pair, definition))
              .join('\nor\n'),
            labels: alertLabels({ ...options, severity }),
            annotations: alertAnnotations({ ...options, severity, what }),
          },
        ]
      : [];
  });
}

function pairExpression(
  { long, short, factor }: BurnPair,
  definition: ObjectiveDefinition,
): string {
  const is = matchersOf(definition);
  const above = Number(factor.toPrecision(12));
  const minBad = minBadUnits(definition);
  return [
    '(',
    `  ${burnRateSeries(long)}${is} > ${above}`,
    `  and ${JOIN} ${burnRateSeries(short)}${is} > ${above}`,
    ...(minBad > 0
      ? [`  and ${JOIN} ${badUnitsSeries(long)}${is} >= ${minBad}`]
      : []),
    ')',
  ].join('\n');
}
