export * from './ProofLine';
