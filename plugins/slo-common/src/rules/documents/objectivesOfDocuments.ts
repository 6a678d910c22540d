import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { objectiveDefinitions } from '../../openslo/objectiveDefinitions';
import { indicatorPlace } from '../../openslo/IndicatorPlace';
import type { OpenSloDocument } from '../../openslo/OpenSloDocument';
import type { SloDocument } from '../../openslo/SloDocument';
import type { RuleObjective } from '../RuleObjective';
import { policyAlertsOf } from './policyAlertsOf';
import {
  type DocumentFault,
  readRuleDocuments,
  type RuleDocument,
  type RuleDocuments,
} from './readRuleDocuments';
import { runbookUrl } from './runbookUrl';

/** @public */
export interface ObjectivesOfDocuments {
  objectives: RuleObjective[];
  /** What has to be mended before its objectives become rules. */
  faults: DocumentFault[];
  /** How many SLO documents there are, readable or not. */
  slos: number;
}

/**
 * The objectives of documents that lie together, for instance in a repository:
 * SLOs may name the SLIs, policies and conditions among them, and owners and
 * runbooks come from the `catalog-info.yaml` of their services.
 *
 * @public
 */
export function objectivesOfDocuments(
  values: readonly RuleDocument[],
): ObjectivesOfDocuments {
  const read = readRuleDocuments(values);
  const find = finderOf(read);
  const objectives: RuleObjective[] = [];
  const faults: DocumentFault[] = [...read.faults];
  for (const { document, file } of read.documents) {
    if (document.kind === 'SLO') {
      const found = objectivesOf(document, { find, read });
      objectives.push(...found.objectives);
      faults.push(
        ...found.faults.map(fault => ({
          ...fault,
          file,
          document: `SLO ${document.metadata.name}`,
        })),
      );
    }
  }
  return {
    objectives,
    faults,
    slos:
      read.documents.filter(({ document }) => document.kind === 'SLO').length +
      new Set(
        read.faults
          .filter(({ document }) => document.startsWith('SLO '))
          .map(({ document, file }) => `${file} ${document}`),
      ).size,
  };
}

type Find = ReturnType<typeof finderOf>;

function objectivesOf(
  document: SloDocument,
  { find, read }: { find: Find; read: RuleDocuments },
) {
  const { name, namespace = DEFAULT_NAMESPACE } = document.metadata;
  const lookup = {
    resolveIndicator: (sli: string) => find('SLI', namespace, sli),
    resolveAlertPolicy: (policy: string) =>
      find('AlertPolicy', namespace, policy),
    resolveAlertCondition: (condition: string) =>
      find('AlertCondition', namespace, condition),
  };
  const resolved = objectiveDefinitions({
    document,
    entity: { kind: 'SLO', namespace, name },
    ...lookup,
  });
  const policies = policyAlertsOf(document, lookup);
  const { annotations } = document.metadata;
  return {
    objectives: resolved.flatMap(({ definition }, index): RuleObjective[] => {
      const service = read.services.get(definition?.entityRef ?? '');
      return definition
        ? [
            {
              definition,
              place: indicatorPlace(document, index),
              policies,
              owner: service?.owner,
              runbookUrl: runbookUrl(annotations, service?.annotations),
            },
          ]
        : [];
    }),
    // What is said once of the whole document is said of each objective.
    faults: [
      ...resolved.flatMap(objective => objective.faults),
      ...(resolved[0]?.notices ?? []).filter(
        ({ severity }) => severity !== 'warning',
      ),
    ],
  };
}

function finderOf({ documents }: RuleDocuments) {
  const byName = new Map(
    documents.map(({ document }) => [
      keyOf(document.kind, document.metadata),
      document,
    ]),
  );
  return <TKind extends OpenSloDocument['kind']>(
    kind: TKind,
    namespace: string,
    name: string,
  ) =>
    byName.get(keyOf(kind, { namespace, name })) as
      | Extract<OpenSloDocument, { kind: TKind }>
      | undefined;
}

function keyOf(
  kind: string,
  metadata: { namespace?: string; name: string },
): string {
  return `${kind} ${metadata.namespace ?? DEFAULT_NAMESPACE}/${metadata.name}`;
}
