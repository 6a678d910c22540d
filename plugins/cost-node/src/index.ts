/**
 * Extension points of the cost backend.
 *
 * @packageDocumentation
 */
export * from './BillSource';
export * from './ClusterShareSource';
export * from './UseEvidenceSource';
export * from './extensions';
