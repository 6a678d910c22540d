/** What is said of everything that OpenSLO has for alerts. */
export const ALERTS_WITHOUT_EFFECT =
  'no effect yet in the portal, which judges every objective by its four standard pairs of burn rates; the Prometheus rules that Plimsoll makes of the document carry its alert';
