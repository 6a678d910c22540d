/** An SLO measures a Component, System or API. @public */
export const RELATION_MEASURES = 'measures';

/** A Component, System or API is measured by an SLO. @public */
export const RELATION_MEASURED_BY = 'measuredBy';

/** An SLO uses an SLI by name. @public */
export const RELATION_USES_INDICATOR = 'usesIndicator';

/** An SLI is used by an SLO. @public */
export const RELATION_INDICATOR_OF = 'indicatorOf';
