/**
 * All environments that count as production, as the API calls them together.
 * Pages speak of production; what went to staging is nobody's verdict there.
 */
export const PRODUCTION = 'production';
