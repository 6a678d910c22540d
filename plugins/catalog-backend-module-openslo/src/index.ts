/**
 * OpenSLO v1 documents become entities of the catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleOpenSlo as default } from './module';
export { OpenSloEntityProcessor } from './OpenSloEntityProcessor';
export { OPENSLO_LABELS_ANNOTATION } from './entity/flattenLabels';
export { OPENSLO_STATUS_TYPE } from './entity/withWarnings';
