import type { BudgetAnswer } from '../../observation/BudgetAnswer';
import { millisOf } from '../../time/instant';
import {
  liveFrom,
  reachedUsers,
  type DeploymentDraft,
} from '../deployments/DeploymentDraft';
import type { FactRules } from '../ServiceFacts';
import { evidenceOf } from './evidenceOf';

/**
 * Holds the error budget that burned against the deployment that was live:
 * when an alert's threshold was passed in its window, the burned share is no
 * trifle, and the budget was sound just before. Of a canary that was stopped
 * early its own analysis has said already that it burned; there it is enough
 * that its users lost no trifle of a sound budget. Changed in place.
 */
export function addBudgetEvidence(options: {
  answers: readonly BudgetAnswer[];
  drafts: readonly DeploymentDraft[];
  rules: FactRules;
}): void {
  const { answers, drafts, rules } = options;
  const byDeployment = new Map<string, BudgetAnswer[]>();
  for (const answer of answers) {
    const known = byDeployment.get(answer.deploymentId) ?? [];
    byDeployment.set(answer.deploymentId, [...known, answer]);
  }
  for (const draft of drafts) {
    const told = (byDeployment.get(draft.id) ?? []).sort(compareAnswers);
    draft.budgetBurned = largest(told);
    const [worst] = told.filter(answer =>
      speaksAgainst({ answer, draft, drafts, rules }),
    );
    if (worst) {
      draft.evidence.push(
        evidenceOf('budget-burned', {
          at: millisOf(worst.burningFrom) ?? liveFrom(draft),
          since: worst.burningSince,
          objective: worst.objective,
          burned: worst.burned,
          observationIds: [worst.id],
        }),
      );
    }
  }
}

/** Largest share first. */
function compareAnswers(a: BudgetAnswer, b: BudgetAnswer): number {
  return b.burned - a.burned || (a.id < b.id ? -1 : 1);
}

function largest([first]: readonly BudgetAnswer[]) {
  return (
    first && {
      objective: first.objective,
      displayName: first.displayName,
      share: first.burned,
      from: first.from,
      to: first.to,
    }
  );
}

function speaksAgainst(options: {
  answer: BudgetAnswer;
  draft: DeploymentDraft;
  drafts: readonly DeploymentDraft[];
  rules: FactRules;
}): boolean {
  const { answer, draft, drafts, rules } = options;
  const since = millisOf(answer.burningFrom);
  const { burned, burnedBefore = 0 } = answer;
  const wasSound =
    burnedBefore < rules.burnedShare && burned > 2 * burnedBefore;
  if (burned < rules.burnedShare || !wasSound) {
    return false;
  }
  if (wasTried(draft)) {
    return true;
  }
  if (since === undefined) {
    return false;
  }
  const window = rules.verdictWindowSeconds * 1000;
  const isInTime =
    since >= draft.startedAt && since <= liveFrom(draft) + window;
  const isReplaced = drafts.some(
    other =>
      other !== draft &&
      other.environment === draft.environment &&
      reachedUsers(other) &&
      other.startedAt > draft.startedAt &&
      liveFrom(other) <= since,
  );
  const isUsed = reachedUsers(draft) || draft.state === 'in-progress';
  return isInTime && isUsed && !isReplaced;
}

/** It was stopped early, and until then it had a share of the traffic. */
function wasTried({ type, stoppedEarly, traffic = 0 }: DeploymentDraft) {
  return type === 'forward' && stoppedEarly && traffic > 0;
}
