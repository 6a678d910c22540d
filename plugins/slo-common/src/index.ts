/**
 * Types, permissions and the arithmetic of service level objectives.
 *
 * @packageDocumentation
 */
export * from './objective/ObjectiveKey';
export * from './objective/Indicator';
export * from './objective/Budgeting';
export * from './objective/ObjectiveDefinition';
export * from './objective/RuleOrigin';
export * from './window/TimeWindow';
export * from './ledger/Bucket';
export * from './loadedRules/LoadedRules';
export * from './status/SloState';
export * from './status/BurnRates';
export * from './status/ObjectiveStatus';
export * from './api/responses';
export * from './permissions/permissions';
export * from './openslo/OpenSloDocument';
export * from './openslo/SloDocument';
export * from './openslo/SliDocument';
export * from './openslo/AlertPolicyDocument';
export * from './openslo/AlertConditionDocument';
export * from './openslo/InertDocument';
export * from './openslo/parseDocument';
export * from './openslo/objectiveDefinitions';
export * from './openslo/exampleDocument';
export * from './openslo/relations';
export * from './openslo/slug';
export * from './window/isoInstant';
export * from './window/windowSeconds';
export * from './window/parseDuration';
export * from './window/calendarGrid';
export * from './window/resolveWindow';
export * from './ledger/LedgerRange';
export * from './ledger/sumBuckets';
export * from './ledger/cumulativeSums';
export * from './ledger/gapsOf';
export * from './ledger/foldIntoDays';
export * from './corrections/SloCorrection';
export * from './corrections/StatusCorrections';
export * from './corrections/composeCorrections';
export * from './corrections/unionRanges';
export * from './corrections/remainingRanges';
export * from './corrections/withoutExcluded';
export * from './corrections/wholeDaysOf';
export * from './corrections/correctionRange';
export * from './corrections/correctionFaults';
export * from './budget/allowedBad';
export * from './budget/errorBudget';
export * from './budget/budgetSpent';
export * from './budget/sliOf';
export * from './burnRate/burnRate';
export * from './burnRate/burnWindowRange';
export * from './burnRate/burnPairs';
export * from './burnRate/isPairBurning';
export * from './burnRate/burningPair';
export * from './burnRate/minBadUnits';
export * from './burnRate/burnRates';
export * from './calendar/zonedDays';
export * from './calendar/calendarMonths';
export * from './calendar/summarizeMonth';
export * from './calendar/expectedVolume';
export * from './calendar/projectBudget';
export * from './forecast/forecast';
export * from './forecast/forecastWindow';
export * from './forecast/rollingDays';
export * from './forecast/rollingExhaustion';
export * from './state/SourceHealth';
export * from './state/stateRank';
export * from './state/judgeObjective';
export * from './state/warmUp';
export * from './state/expectedTotal';
export * from './state/requiredRanges';
export * from './state/evaluationInstant';
export * from './state/forecastStatus';
export * from './state/composeStatus';
export * from './history/viewWindow';
export * from './history/historyLedgerRange';
export * from './history/historyPoints';
export * from './history/correctedHistoryPoints';
export * from './history/historyStep';
export * from './history/trend';
export * from './history/trendPoint';
export * from './api/SloApi';
export * from './api/SloClient';
export * from './openslo/serviceEntityRef';
export * from './openslo/authoredDocument';
export * from './openslo/IndicatorPlace';
export {
  DOCTOR_CHECKS,
  type DoctorCheck,
  type Finding,
  type FindingSeverity,
  sortFindings,
} from './doctor/Finding';
export * from './doctor/ObjectiveInspection';
export * from './doctor/CheckReport';
export * from './gate/GatePolicy';
export * from './gate/GateDecision';
export * from './gate/readGateOverride';
export * from './gate/decideGate';
export * from './simulate/TargetSimulation';
export * from './simulate/simulationRange';
export * from './simulate/simulateTargets';
export * from './rollup/RollupSum';
export * from './rollup/SloRollup';
export * from './rollup/rollupPart';
export * from './rollup/toRollupSum';
export * from './rollup/worstState';
