import type { Correction } from '../../observation/Correction';
import { isoOf } from '../../time/instant';
import { liveFrom, type DeploymentDraft } from '../deployments/DeploymentDraft';
import type { FactRules } from '../ServiceFacts';
import type { Verdict } from '../Verdict';
import { COUNTED_FROM, SUSPECTED_BELOW } from './confidences';
import { evidenceOf } from './evidenceOf';

/**
 * Of a roll-out that was stopped early, its end is no failure, unless the users
 * that it had until then lost error budget by it.
 */
const ENDS_OF_A_ROLLOUT = new Set<string>(['failed-rollout', 'canary-stopped']);

/**
 * What became of a deployment: a person's word, else what the evidence says,
 * else whether its window is over. Evidence that a person overruled stays, and
 * says so. Changed in place.
 */
export function decideVerdict(options: {
  draft: DeploymentDraft;
  word?: Correction;
  rules: FactRules;
  now: number;
}): Verdict {
  const { draft, word, rules, now } = options;
  const verdict =
    word?.change.type === 'verdict'
      ? decidedByPerson(draft, word, word.change.verdict)
      : decidedByRules(draft, rules, now);
  draft.evidence.sort(
    (a, b) =>
      Number(a.overruled) - Number(b.overruled) ||
      b.confidence - a.confidence ||
      Date.parse(a.at) - Date.parse(b.at),
  );
  draft.verdict = verdict;
  return verdict;
}

function decidedByPerson(
  draft: DeploymentDraft,
  word: Correction,
  name: 'clean' | 'failed' | 'prevented',
): Verdict {
  const { id, by, at, reason } = word;
  if (name === 'failed') {
    draft.evidence.push(evidenceOf('person', { at: Date.parse(at), reason }));
  } else {
    draft.evidence = draft.evidence.map(ground => ({
      ...ground,
      overruled: name === 'clean' || ground.rule !== 'canary-stopped',
    }));
  }
  return {
    name,
    confidence: 1,
    suspected: false,
    decidedBy: 'person',
    correction: { id, by, at, reason },
  };
}

function decidedByRules(
  draft: DeploymentDraft,
  rules: FactRules,
  now: number,
): Verdict {
  const { verdictWindowSeconds: windowSeconds } = rules;
  const confidence = strongest(draft);
  if (draft.type === 'rollback') {
    return byRule('rollback', 1);
  }
  const caughtByPerson = draft.evidence.some(
    ({ rule, overruled }) => rule === 'incident-caused-by' && !overruled,
  );
  if (draft.type === 'redeploy' && !caughtByPerson) {
    return byRule('not-counted', 1);
  }
  if (draft.stoppedEarly && confidence < COUNTED_FROM) {
    return byRule('prevented', evidenceFor(draft));
  }
  if (confidence >= COUNTED_FROM) {
    return byRule('failed', confidence);
  }
  switch (draft.state) {
    case 'canceled':
    case 'superseded':
      return byRule('not-counted', 1);
    case 'in-progress':
      return { ...byRule('pending', 0), windowSeconds };
    default:
  }
  const dueAt = liveFrom(draft) + windowSeconds * 1000;
  return now < dueAt
    ? { ...byRule('pending', 0), dueAt: isoOf(dueAt), windowSeconds }
    : { ...byRule('clean', 1 - confidence), windowSeconds };
}

function byRule(name: Verdict['name'], confidence: number): Verdict {
  return {
    name,
    confidence: Math.round(confidence * 1000) / 1000,
    suspected: name === 'failed' && confidence < SUSPECTED_BELOW,
    decidedBy: 'rule',
  };
}

/** How certain the most certain ground is that speaks against it. */
function strongest({ evidence, stoppedEarly }: DeploymentDraft): number {
  const standing = evidence.filter(({ overruled }) => !overruled);
  const didHarm =
    !stoppedEarly || standing.some(({ rule }) => rule === 'budget-burned');
  const grounds = standing.filter(
    ({ rule }) => didHarm || !ENDS_OF_A_ROLLOUT.has(rule),
  );
  return Math.max(0, ...grounds.map(({ confidence }) => confidence));
}

function evidenceFor({ evidence }: DeploymentDraft): number {
  return Math.max(0, ...evidence.map(({ confidence }) => confidence));
}
