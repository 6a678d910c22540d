/** An event of an incident as PagerDuty sends it, as far as anyone reads it. */
export function incidentEvent(
  overrides: {
    id?: string;
    type?: string;
    at?: string;
    data?: Record<string, unknown>;
  } = {},
) {
  const { id = '01E1', type = 'incident.triggered', data } = overrides;
  return {
    event: {
      id,
      event_type: type,
      resource_type: 'incident',
      occurred_at: overrides.at ?? '2026-11-20T14:20:00Z',
      agent: null,
      data: {
        id: 'PGR0VU2',
        type: 'incident',
        number: 482,
        title: 'Checkout fails for 12 % of customers',
        html_url: 'https://shopkart.pagerduty.com/incidents/PGR0VU2',
        created_at: '2026-11-20T14:20:00Z',
        service: { id: 'PF9KMXH', summary: 'Checkout' },
        assignees: [{ id: 'PTUXL6G', summary: 'Mara Lindqvist' }],
        priority: { id: 'PSO75BM', summary: 'P1' },
        urgency: 'high',
        resolve_reason: null,
        ...data,
      },
    },
  };
}
