import type { JsonObject, JsonValue } from '@backstage/types';
import type { Metric } from '../SliDocument';
import type { Place } from './Place';

/** Keys under which people keep secrets, without case, `-` and `_`. */
const CREDENTIAL_KEYS = new Set([
  'accesskey',
  'accesskeyid',
  'apikey',
  'apitoken',
  'applicationkey',
  'appkey',
  'authorization',
  'authtoken',
  'bearertoken',
  'clientsecret',
  'connectionstring',
  'credential',
  'credentials',
  'passwd',
  'password',
  'privatekey',
  'secret',
  'secretaccesskey',
  'secretkey',
  'token',
]);
const URL_WITH_USER = /^[a-z][a-z0-9+.-]*:\/\/[^/\s]*@/i;

/** `{ metricSource: { metricSourceRef?, type?, spec } }`. */
export function readMetric(place: Place): Metric {
  place.object(['metricSource'], {
    mend: 'write metricSource with the query under spec',
  });
  const source = place
    .at('metricSource')
    .object(['metricSourceRef', 'type', 'spec'], {
      mend: 'write metricSource with the query under spec',
    });
  const metricSourceRef = source.at('metricSourceRef').ifSet(p =>
    p.dnsLabel({
      mend: 'name a source under slo.sources in app-config, or leave it out',
    }),
  );
  const type = source
    .at('type')
    .ifSet(p => p.text({ mend: 'write Prometheus, or leave it out' }));
  return {
    metricSource: {
      ...(metricSourceRef !== undefined && { metricSourceRef }),
      ...(type !== undefined && { type }),
      spec: readSpec(source.at('spec')),
    },
  };
}

/** Whatever its source understands, but for secrets. */
function readSpec(place: Place): JsonObject {
  const spec = place.json({
    mend: 'write what the source shall read, for instance { query: ... }',
  });
  if (place.isObject && place.keys().length === 0) {
    place.fault(
      'is empty; write what the source shall read, for instance { query: ... }',
    );
  }
  refuseCredentials(place, spec);
  return spec;
}

/**
 * A document is read by everyone who may read the catalog, so a secret in it
 * is one no more; sources and their secrets belong in app-config.
 */
function refuseCredentials(place: Place, value: JsonValue | undefined): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => refuseCredentials(place.item(index), item));
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      const held = place.at(key);
      if (isCredential(key) && child !== null) {
        held.fault(
          'looks like a credential, which everybody who reads the catalog would see; remove and renew it, set the source up under slo.sources in app-config and name it with metricSourceRef',
        );
      } else {
        refuseCredentials(held, child);
      }
    }
  } else if (typeof value === 'string' && URL_WITH_USER.test(value)) {
    place.fault(
      'is a URL with a credential in it; remove and renew it, set the source up under slo.sources in app-config and name it with metricSourceRef',
    );
  }
}

function isCredential(key: string): boolean {
  return CREDENTIAL_KEYS.has(
    key.replace(/[-_.]/g, '').toLocaleLowerCase('en-US'),
  );
}
