import type {
  CannotTell,
  DeploymentImpact,
  ObjectiveImpact,
} from './DeploymentImpact';

type Known = Exclude<ObjectiveImpact, CannotTell>;

const NO_OBJECTIVE: CannotTell = {
  state: 'cannot-tell',
  reason: 'no-objective',
};

/**
 * Of all objectives those that stand for budget, errors and latency. One that
 * can tell goes before one that cannot.
 *
 * @public
 */
export function chooseImpacts(
  objectives: readonly ObjectiveImpact[],
): Pick<DeploymentImpact, 'budget' | 'errorRate' | 'latency' | 'objectives'> {
  const sorted = [...objectives].sort((a, b) => burnedOf(b) - burnedOf(a));
  const of = (subject: ObjectiveImpact['subject']) =>
    sorted.filter(objective => objective.subject === subject);
  return {
    budget: sorted[0] ?? NO_OBJECTIVE,
    errorRate: best(of('errors'), ({ change }) => change.after.total),
    latency: best(of('latency'), ({ change }) => Math.abs(change.difference)),
    objectives: sorted,
  };
}

function best(
  objectives: readonly ObjectiveImpact[],
  weightOf: (objective: Known) => number,
): ObjectiveImpact | CannotTell {
  const weight = (one: ObjectiveImpact) =>
    one.state === 'cannot-tell' ? -1 : weightOf(one);
  return (
    [...objectives].sort((a, b) => weight(b) - weight(a))[0] ?? NO_OBJECTIVE
  );
}

/** What cannot be told comes last, after what has no budget. */
function burnedOf(objective: ObjectiveImpact): number {
  return objective.state === 'cannot-tell'
    ? Number.NEGATIVE_INFINITY
    : objective.burned ?? -1;
}
