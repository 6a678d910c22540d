export * from './VerdictKind';
export * from './VerdictMark';
export * from './VerdictGlyph';
export * from './VerdictLegend';
export * from './IncidentGlyph';
