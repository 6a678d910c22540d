import {
  type Fault,
  type ObjectiveDefinition,
  objectiveDefinitions,
  type OpenSloDocument,
  parseOpenSloDocument,
  type ResolvedObjective,
  type SliDocument,
} from '@plimsoll/plugin-slo-common';
import { catalogDocuments } from './catalogFiles';

/** Every OpenSLO document of the demo world, parsed. */
export function openSloDocuments(): OpenSloDocument[] {
  return catalogDocuments()
    .filter(({ value }) => value.apiVersion.startsWith('openslo'))
    .map(({ file, value }) => {
      const parsed = parseOpenSloDocument(value);
      if (!parsed.document || parsed.warnings.some(isMistake)) {
        throw new Error(`${file}: ${JSON.stringify(parsed)}`);
      }
      return parsed.document;
    });
}

/** What has no effect yet is no mistake: other tools read it. */
function isMistake({ message }: Fault): boolean {
  return !message.startsWith('has no effect yet');
}

/** Every objective of the demo world, measurable or not. */
export function resolvedObjectives(): ResolvedObjective[] {
  const documents = openSloDocuments();
  const indicators = new Map(
    documents
      .filter((document): document is SliDocument => document.kind === 'SLI')
      .map(document => [document.metadata.name, document]),
  );
  return documents.flatMap(document =>
    document.kind === 'SLO'
      ? objectiveDefinitions({
          document,
          entity: {
            kind: 'SLO',
            namespace: 'default',
            name: document.metadata.name,
          },
          resolveIndicator: name => indicators.get(name),
        })
      : [],
  );
}

/** Those that the demo source is asked for. */
export function demoObjectives(): ObjectiveDefinition[] {
  return resolvedObjectives().flatMap(({ definition }) =>
    definition?.source === 'prometheus' ? [definition] : [],
  );
}
