const CHUNK = 2_000;

/** What a door would have committed for one event of one service. */
function deliveryOf({ index, services, startedAt }) {
  const service = `service-${index % services}`;
  const at = new Date(startedAt + Math.floor(index / services) * 600_000);
  const id = `event-${index}`;
  const source = 'https://ci.example.com';
  const type = 'dev.cdevents.service.deployed.0.3.0';
  const digest = String(index).padStart(64, '0');
  return {
    id: `019a${String(index).padStart(8, '0')}-bench`,
    key: JSON.stringify([source, id]),
    body: JSON.stringify({
      context: {
        specversion: '0.5.1',
        id,
        source,
        type,
        timestamp: at.toISOString(),
      },
      subject: {
        id: `component:default/${service}`,
        content: {
          environment: { id: 'production' },
          artifactId: `pkg:oci/${service}@sha256%3A${digest}`,
        },
      },
    }),
    headers: JSON.stringify({
      'content-type': 'application/json',
      'ce-specversion': '1.0',
      'ce-id': id,
      'ce-source': source,
      'ce-type': type,
      'ce-time': at.toISOString(),
    }),
  };
}

/**
 * Puts deployments into the inbox as if the portal had been away while they
 * were delivered: one commit, and all of them wait.
 *
 * @param {{ client: import('pg').Client, events: number, services: number }} options
 */
export async function fillInbox({ client, events, services }) {
  const now = Date.now();
  const startedAt = now - 20 * 3_600_000;
  await client.query('begin');
  for (let start = 0; start < events; start += CHUNK) {
    const rows = Array.from(
      { length: Math.min(CHUNK, events - start) },
      (_, index) => deliveryOf({ index: start + index, services, startedAt }),
    );
    await client.query(
      `insert into stability_inbox
         (id, source, delivery_key, body, headers, received_at, state, next_attempt_at)
       select id, 'cdevents', key, convert_to(body, 'utf8'), headers, $5, 'waiting', $5
       from unnest($1::text[], $2::text[], $3::text[], $4::text[])
         as row(id, key, body, headers)`,
      [
        rows.map(row => row.id),
        rows.map(row => row.key),
        rows.map(row => row.body),
        rows.map(row => row.headers),
        now,
      ],
    );
  }
  await client.query('commit');
}
