/**
 * Extension points of the cost backend.
 *
 * @packageDocumentation
 */
export * from './BillSource';
export * from './BillRefusedError';
export * from './focus';
export * from './ClusterShareSource';
export * from './UseEvidenceSource';
export * from './extensions';
