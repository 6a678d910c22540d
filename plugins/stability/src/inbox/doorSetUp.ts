/** What opens a door. */
export interface DoorSetUp {
  kind: 'webhook' | 'events' | 'polled';
  /** Lines for app-config.yaml. */
  config: string;
  /** Where the sender delivers, below the portal's address. */
  path: string;
}

/** What an administrator adds to app-config.yaml to open a door. */
export function doorSetUp(source: string): DoorSetUp {
  if (source === 'cdevents') {
    return {
      kind: 'events',
      path: '/api/stability/events',
      config: `backend:
  auth:
    externalAccess:
      - type: static
        options: { token: '\${CDEVENTS_TOKEN}', subject: pipelines }
        accessRestrictions:
          - plugin: stability
            permission: stability.events.create
`,
    };
  }
  if (source === 'kubernetes') {
    return {
      kind: 'polled',
      path: '',
      config: `stability:
  kubernetes:
    enabled: true
`,
    };
  }
  const variable = `${source.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_SECRET`;
  return {
    kind: 'webhook',
    path: `/api/stability/webhooks/${source}`,
    config: `stability:
  webhooks:
    ${source}:
      secrets: ['\${${variable}}']
`,
  };
}
