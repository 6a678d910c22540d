import {
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  type Entity,
  EntityPolicies,
  FieldFormatEntityPolicy,
  locationEntityV1alpha1Validator,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
} from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';
import type { RenderedService } from '../renderService';
import type { Validator } from './Validator';

const policies = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

/** The catalog takes what is registered, and each plugin finds its service. */
export const catalogEntities: Validator = {
  name: 'has entities that the catalog takes, with what its plugins read',
  async validate(rendered) {
    const { read, files } = rendered;
    const faults: string[] = [];
    const entities: Entity[] = parseAllDocuments(read('catalog-info.yaml')).map(
      document => document.toJS(),
    );
    for (const entity of entities) {
      try {
        const valid = (await policies.enforce(entity)) ?? entity;
        const isKnown =
          (await componentEntityV1alpha1Validator.check(valid)) ||
          (await locationEntityV1alpha1Validator.check(valid));
        faults.push(...(isKnown ? [] : [`nobody knows ${entity.kind}`]));
      } catch (error) {
        faults.push(String(error));
      }
    }
    const targets = entities.flatMap(({ kind, spec }) =>
      kind === 'Location' ? (spec?.targets as string[]) : [],
    );
    return [
      ...faults,
      ...targets
        .filter(target => !files.some(({ path }) => `./${path}` === target))
        .map(target => `${target} is not there`),
      ...annotationFaults(entities[0], rendered),
    ].map(fault => `catalog-info.yaml: ${fault}`);
  },
};

function annotationFaults(
  component: Entity,
  { service }: RenderedService,
): string[] {
  const { name, alerts, repository, pipeline, tier } = service;
  const expected: Record<string, string | undefined> = {
    'backstage.io/kubernetes-id': name,
    'backstage.io/techdocs-ref': 'dir:.',
    'plimsoll.dev/service': name,
    'plimsoll.dev/cost-tags': `service=${name}`,
    'plimsoll.dev/tier': String(tier),
    'plimsoll.dev/values-file': 'chart/values.yaml',
    'plimsoll.dev/runbook-url': alerts.runbookUrl,
    'pagerduty.com/service-id': alerts.pagerdutyService || undefined,
    'argocd/app-name': `${name}-staging,${name}-production`,
    'github.com/project-slug':
      repository.type === 'github' ? repository.slug : undefined,
    'gitlab.com/project-slug':
      repository.type === 'gitlab' ? repository.slug : undefined,
    'jenkins.io/job-full-name':
      pipeline === 'jenkins' ? repository.slug : undefined,
  };
  const { annotations = {} } = component.metadata;
  return Object.entries(expected)
    .filter(([key, value]) => annotations[key] !== value)
    .map(([key, value]) => `${key} is ${annotations[key]}, not ${value}`);
}
