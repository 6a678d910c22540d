/**
 * The doctor: reads OpenSLO documents and finds what will not work, before
 * they are measured.
 *
 * @packageDocumentation
 */
export * from './doctor/readOpenSloYaml';
export * from './doctor/readCheckText';
export * from './doctor/checkDocuments';
export * from './doctor/checkInspection';
