/** Words of the gate's decisions; their reasons are the backend's words. */
export const gateMessages = {
  gate: {
    title: 'Release gate',
    why: 'What pipelines were told when they asked whether this service may be released',
    allow: 'Allowed',
    warn: 'Warned',
    block: 'Blocked',
    askedBy: 'Asked by {{subject}}',
    others_one: 'and {{count}} more reason',
    others_other: 'and {{count}} more reasons',
    failed: 'The decisions could not be read',
    refused: 'You may not see these decisions',
    empty: 'No release has asked yet',
    emptyWhy: 'Let the pipeline ask before it deploys, and stop on "block":',
    command: 'A command for the pipeline',
  },
} as const;
