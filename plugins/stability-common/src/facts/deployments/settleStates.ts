import type { FactRules } from '../ServiceFacts';
import { isLive, type DeploymentDraft } from './DeploymentDraft';
import { sharesTarget } from './groupRuns';

/**
 * Ends what never told its end: it is over when something else has taken its
 * place, and a door that lost the end does not keep open for ever what the
 * other ones saw go live. Changed in place.
 *
 * @param options.drafts - of one environment, by start
 */
export function settleStates(options: {
  drafts: readonly DeploymentDraft[];
  rules: Pick<FactRules, 'verdictWindowSeconds'>;
  now: number;
}): void {
  const { drafts, rules, now } = options;
  const forgotten = now - rules.verdictWindowSeconds * 1000;
  drafts.forEach((draft, index) => {
    if (draft.state !== 'in-progress') {
      return;
    }
    const isReplaced = drafts
      .slice(index + 1)
      .some(later => isLive(later) && sharesTarget(draft, later.runs));
    if (isLive(draft)) {
      const isForgotten = draft.runs.every(run => run.startedAt <= forgotten);
      draft.state = isReplaced || isForgotten ? 'succeeded' : draft.state;
    } else if (isReplaced) {
      draft.state = 'superseded';
    }
  });
}
