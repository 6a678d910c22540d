import { InputError } from '@backstage/errors';
import { javaPackageOf, moduleOf, titleOf } from '../names/serviceNames';
import { PATTERNS } from '../parameters/patterns';
import { readServiceParameters } from '../parameters/readServiceParameters';
import type { Platform } from '../platform/platform';
import {
  fileUrlOf,
  planRepository,
  type RepositoryHost,
} from '../repository/planRepository';
import { STACK_FACTS, type Stack } from '../stack/stacks';
import type { PlannedService } from './PlannedService';
import { planPromise } from './planPromise';

/** What a service is worked out from. @public */
export interface PlanServiceOptions {
  stack: Stack;
  /** Semantic version of the template. */
  version: string;
  /** Answers of the form; nothing of them is believed. */
  parameters: unknown;
  platform: Platform;
  /** The host that `repoUrl` names. */
  host: RepositoryHost;
  /** E-mail address of the owner, for alerts where the form names none. */
  ownerEmail?: string;
}

/**
 * Works out everything that a new service is from the answers of the form. The
 * same answers always give the same service.
 *
 * @throws InputError that names the field that is wrong
 * @public
 */
export function planService(options: PlanServiceOptions): PlannedService {
  const { stack, version, platform, host } = options;
  const parameters = readServiceParameters(options.parameters);
  const { name } = parameters;
  refuseTakenNames({ name, platform });
  const { template, dataStore } = STACK_FACTS[stack];
  const { registry, ...platformOfService } = platform;
  const owner = refOf(parameters.owner);
  const promise = planPromise(parameters);
  const repository = planRepository({ repoUrl: parameters.repoUrl, host });
  return {
    stack,
    name,
    title: titleOf(name),
    description: parameters.description,
    module: moduleOf(name),
    javaPackage: javaPackageOf({ name, javaGroup: platform.javaGroup }),
    entityRef: `component:default/${name}`,
    owner,
    system: refOf(parameters.system),
    tier: parameters.tier,
    lifecycle: parameters.lifecycle,
    dependsOn: [...new Set(parameters.dependsOn.map(ref => refOf(ref).ref))],
    dataStore,
    promise,
    canary: {
      weights: [10, 50, 100],
      maxErrorRatio: promise.errors.ratio,
      maxLatencyGrowth: '1.5',
    },
    scaling: {
      minReplicas: parameters.minReplicas,
      maxReplicas: parameters.maxReplicas,
    },
    loadTest: { users: 200, minutes: 5 },
    alerts: {
      pagerdutyService: parameters.pagerdutyService ?? '',
      slackChannel:
        parameters.slackChannel ??
        `#${owner.name.replace(/[^a-z0-9_-]/g, '-')}`,
      email: emailOf({ ...options, owner: owner.ref, email: parameters.email }),
      runbookUrl: fileUrlOf(repository, 'docs/runbook.md'),
      portalUrl: `${platform.portalUrl}/catalog/default/component/${name}`,
    },
    pipeline: parameters.pipeline,
    strategy: parameters.strategy,
    terraform: parameters.terraform,
    chaos: parameters.chaos,
    repository,
    image: { registry, repository: `${registry}/${name}` },
    platform: platformOfService,
    template: { name: template, version },
  };
}

/** Entity refs are the same in capitals and in small letters. */
function refOf(text: string): { ref: string; name: string } {
  const ref = text.toLowerCase();
  return { ref, name: ref.slice(ref.indexOf('/') + 1) };
}

function emailOf(options: {
  email?: string;
  ownerEmail?: string;
  owner: string;
}): string {
  const { email, ownerEmail, owner } = options;
  const found = email ?? ownerEmail;
  if (found === undefined || !new RegExp(PATTERNS.email, 'u').test(found)) {
    throw new InputError(
      `email: ${owner} has no e-mail address in the catalog that alerts can go to; give one`,
    );
  }
  return found;
}

/** What YAML 1.1 and 1.2 read as no text where nobody has quoted it. */
const NO_TEXT_IN_YAML = ['true', 'false', 'null', 'yes', 'off'];

/** A service has a namespace of its own, and none that is there already. */
function refuseTakenNames(options: { name: string; platform: Platform }): void {
  const { name, platform } = options;
  if (NO_TEXT_IN_YAML.includes(name)) {
    throw new InputError(
      `name: '${name}' is no text in YAML; choose another name`,
    );
  }
  const taken = [
    'default',
    platform.monitoringNamespace,
    platform.gatewayNamespace,
    platform.argocdNamespace,
  ];
  if (taken.includes(name) || /^(kube|openshift)-/.test(name)) {
    throw new InputError(
      `name: '${name}' is a namespace of the cluster already; choose another name`,
    );
  }
}
