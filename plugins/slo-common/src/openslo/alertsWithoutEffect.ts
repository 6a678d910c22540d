/** What is said of everything that OpenSLO has for alerts. */
export const ALERTS_WITHOUT_EFFECT =
  'no effect yet: Plimsoll judges every objective by its four standard pairs of burn rates; keep it for other tools, or remove it';
