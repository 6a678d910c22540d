import type {
  IdentityHint,
  MappingRule,
} from '@plimsoll/plugin-stability-common';
import type { IdentityNames } from './IdentityNames';
import type { IdentityAnswer, IdentityQuestion } from './IdentityResolver';
import { matchesMappingRule } from './matchesMappingRule';
import { pickByEnvironment, pickByPath } from './pickByPlace';
import { serviceRefOf } from './serviceRefOf';

/** Strongest first: what a sender says outright goes before what it implies. */
const ORDER = [
  'service',
  'kubernetes-id',
  'argocd-app',
  'pagerduty-service',
  'job',
  'repository',
] as const;

/** A rule, as far as it decides. */
export type DecidingRule = Pick<MappingRule, 'source' | 'when' | 'entityRef'>;

/**
 * Says which services a sender means. The strongest kind of name that anybody
 * claims decides; weaker ones are not asked any more, and a name that several
 * services claim stops there. A mapping rule is asked last, and also where a
 * stronger name was ambiguous, since a person wrote it to settle just that.
 */
export function decideIdentity(options: {
  question: IdentityQuestion;
  names: IdentityNames;
  rules: readonly DecidingRule[];
}): IdentityAnswer {
  const { question, names, rules } = options;
  const named = byNames(question.hints.map(lowerCase), names);
  if (named.entityRefs.length > 0) {
    return named;
  }
  const ruled = byRules(question, rules);
  return ruled.entityRefs.length > 0 || ruled.reason ? ruled : named;
}

function byNames(
  hints: readonly IdentityHint[],
  names: IdentityNames,
): IdentityAnswer {
  const unknown: string[] = [];
  for (const type of ORDER) {
    const values = valuesOf(hints, type);
    const answers = values.map(value => claim({ type, value, hints, names }));
    const entityRefs = sorted(answers.flatMap(answer => answer.entityRefs));
    const reasons = answers.flatMap(({ reason }) => reason ?? []);
    const isClaimed = answers.some(answer => answer.isClaimed);
    if (isClaimed) {
      return {
        entityRefs,
        ...(reasons.length > 0 && { reason: reasons.join('; ') }),
      };
    }
    unknown.push(...values.map(value => `${type} '${value}'`));
  }
  return {
    entityRefs: [],
    reason:
      unknown.length === 0
        ? 'The sender names nothing that a service could be found by: send the service, or write a mapping rule'
        : `No service of the catalog is known by ${unknown.join(
            ' or ',
          )}: annotate it, or write a mapping rule`,
  };
}

interface Claim extends IdentityAnswer {
  /** Somebody claims the name, though perhaps too many. */
  isClaimed: boolean;
}

function claim(options: {
  type: (typeof ORDER)[number];
  value: string;
  hints: readonly IdentityHint[];
  names: IdentityNames;
}): Claim {
  const { type, value, hints, names } = options;
  const claimants = claimantsOf(options);
  const [only] = claimants;
  if (claimants.length <= 1) {
    return {
      entityRefs: only === undefined ? [] : [only],
      isClaimed: only !== undefined,
    };
  }
  const picked =
    type === 'repository'
      ? pickByPath({ claimants, names, paths: folders(hints) }) ??
        pickByEnvironment({
          claimants,
          environments: valuesOf(hints, 'environment'),
        })
      : undefined;
  if (picked) {
    return { entityRefs: picked, isClaimed: true };
  }
  const mend =
    type === 'repository'
      ? 'send a path or an environment that tells them apart, or write a mapping rule'
      : 'let one of them alone have that annotation, or write a mapping rule';
  return {
    entityRefs: [],
    isClaimed: true,
    reason: `${type} '${value}' is claimed by ${claimants.join(', ')}: ${mend}`,
  };
}

function claimantsOf(options: {
  type: (typeof ORDER)[number];
  value: string;
  names: IdentityNames;
}): string[] {
  const { type, value, names } = options;
  if (type !== 'service') {
    return names.claimants(type, value);
  }
  const ref = serviceRefOf(value);
  const itself = ref !== undefined && names.has(ref) ? [ref] : [];
  // a whole ref names itself; a bare word may be what another one is called
  if (value.includes(':') && itself.length > 0) {
    return itself;
  }
  const called = names.claimants('service', value);
  return called.length > 0 ? called : itself;
}

function byRules(
  question: IdentityQuestion,
  rules: readonly DecidingRule[],
): IdentityAnswer {
  const entityRefs = sorted(
    rules
      .filter(rule => matchesMappingRule(rule, question))
      .map(rule => rule.entityRef),
  );
  return entityRefs.length <= 1
    ? { entityRefs }
    : {
        entityRefs: [],
        reason: `Mapping rules point to ${entityRefs.join(
          ' and ',
        )}: remove or narrow one of them`,
      };
}

function valuesOf(
  hints: readonly IdentityHint[],
  type: IdentityHint['type'],
): string[] {
  const own = hints.filter(hint => hint.type === type);
  return [...new Set(own.map(hint => hint.value))];
}

function folders(hints: readonly IdentityHint[]): string[] {
  return valuesOf(hints, 'path').map(path => path.replace(/^\/+|\/+$/g, ''));
}

function lowerCase(hint: IdentityHint): IdentityHint {
  return {
    type: hint.type,
    value: hint.value.trim().toLocaleLowerCase('en-US'),
  };
}

function sorted(refs: string[]): string[] {
  return [...new Set(refs)].sort();
}
