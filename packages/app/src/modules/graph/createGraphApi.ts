import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  DefaultCatalogGraphApi,
  type CatalogGraphApi,
} from '@backstage/plugin-catalog-graph';

/** Relations of OpenSLO documents, as the catalog module writes them. */
const DOCUMENT_RELATIONS: Array<[string, string]> = [
  ['measures', 'measuredBy'],
  ['usesIndicator', 'indicatorOf'],
];

/** The relations that graphs draw: the catalog's own, and those of SLOs. */
export function createGraphApi(): CatalogGraphApi {
  return new DefaultCatalogGraphApi({
    knownRelations: [...ALL_RELATIONS, ...DOCUMENT_RELATIONS.flat()],
    knownRelationPairs: [...ALL_RELATION_PAIRS, ...DOCUMENT_RELATIONS],
    defaultRelationTypes: { exclude: [] },
  });
}
