const CONTENTS: Record<string, Record<string, unknown>> = {
  'service.deployed': {
    environment: { id: 'production', source: '/cluster/prod-eu' },
    artifactId: 'pkg:oci/checkout@sha256%3A0b31?tag=v2.31.0',
  },
  'service.removed': { environment: { id: 'production' } },
  'incident.detected': {
    environment: { id: 'production' },
    description: 'Checkout fails',
    service: { id: 'component:default/checkout' },
  },
  'incident.reported': {
    environment: { id: 'production' },
    ticketURI: 'https://tickets.example.com/INC-482',
  },
  'change.merged': { repository: { id: 'shopkart/checkout' } },
};

/** A CDEvent in the shape of 0.4 or 0.5. */
export function cdEvent(
  options: {
    event?: string;
    spec?: '0.4' | '0.5';
    id?: string;
    subjectId?: string;
    content?: Record<string, unknown>;
    customData?: unknown;
    customDataContentType?: string;
    context?: Record<string, unknown>;
    subject?: Record<string, unknown>;
  } = {},
) {
  const { event = 'service.deployed', spec = '0.5', customData } = options;
  const isOld = spec === '0.4';
  return {
    context: {
      ...(isOld ? { version: '0.4.1' } : { specversion: '0.5.1' }),
      id: options.id ?? '271069a8',
      source: 'https://ci.example.com/prod',
      type: `dev.cdevents.${event}.${isOld ? '0.2.0' : '0.3.0'}`,
      timestamp: '2026-11-20T14:08:31.315384Z',
      ...options.context,
    },
    subject: {
      id: options.subjectId ?? 'component:default/checkout',
      ...(isOld ? { type: event.split('.')[0] } : {}),
      content:
        options.content ??
        CONTENTS[event] ??
        CONTENTS[`${event.split('.')[0]}.detected`] ??
        CONTENTS['service.deployed'],
      ...options.subject,
    },
    ...(customData === undefined ? {} : { customData }),
    customDataContentType: options.customDataContentType,
  };
}

/** The event in the envelope of the structured mode. */
export function structured(data: ReturnType<typeof cdEvent>) {
  return {
    specversion: '1.0',
    id: data.context.id,
    source: data.context.source,
    type: data.context.type,
    subject: data.subject.id,
    time: data.context.timestamp,
    datacontenttype: 'application/json',
    data,
  };
}
