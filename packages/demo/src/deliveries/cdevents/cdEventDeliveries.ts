import type { Change, Release } from '../../releases/Release';
import type { ServiceProfile } from '../../releases/ServiceProfile';
import { type Delivery, DELAY_MS } from '../Delivery';
import { guid } from '../guid';

const SOURCE = 'https://tekton.shopkart.example/identity';
/** The address book's runners have a clock that is so far ahead. */
const SKEW_MS = 7 * 60_000;

const iso = (at: number) => new Date(at).toISOString();

function cdEvent(options: {
  type: string;
  at: number;
  subject: { id: string; content: object };
  customData: object;
}): Delivery {
  const { type, at, subject, customData } = options;
  const id = guid(
    `${type} ${JSON.stringify(subject)} ${JSON.stringify(customData)} ${at}`,
  );
  return {
    door: 'cdevents',
    at: at + DELAY_MS,
    headers: { 'content-type': 'application/cloudevents+json' },
    body: JSON.stringify({
      specversion: '1.0',
      id,
      source: SOURCE,
      type,
      subject: subject.id,
      time: iso(at),
      datacontenttype: 'application/json',
      data: {
        context: {
          specversion: '0.5.1',
          id,
          source: SOURCE,
          type,
          timestamp: iso(at),
        },
        subject,
        customData,
      },
    }),
  };
}

/** What the identity team's pipeline tells, in CDEvents 0.5. */
export function cdEventDeployments(release: Release): Delivery[] {
  const { service, version, sha, title, rollback } = release;
  const { startedAt, endedAt, changes } = release;
  const skew = service === 'address-book' ? SKEW_MS : 0;
  const event = (outcome: string, at: number) =>
    cdEvent({
      type: `dev.cdevents.service.${
        rollback ? 'rolledback' : 'upgraded'
      }.0.3.0`,
      at,
      subject: {
        id: `component:default/${service}`,
        content: {
          environment: { id: 'production', source: '/cluster/eks-eu-central' },
          artifactId: `pkg:oci/${service}?tag=${version}`,
        },
      },
      customData: {
        runId: `${service}-${version}-${startedAt}`,
        outcome,
        version,
        title,
        commitSha: sha,
        // of a clock that is ahead: it begins after it has ended
        startedAt: iso(startedAt + skew),
        changes: changes.map(change => change.sha),
      },
    });
  return [event('started', startedAt), event('succeeded', endedAt)];
}

/** @see cdEventDeployments */
export function cdEventChanges(options: {
  changes: readonly Change[];
  profile: ServiceProfile;
}): Delivery[] {
  const { changes, profile } = options;
  return changes.map(({ sha, title, committedAt, mergedAt }) =>
    cdEvent({
      type: 'dev.cdevents.change.merged.0.3.0',
      at: mergedAt,
      subject: {
        id: sha,
        content: { repository: { id: profile.repository } },
      },
      customData: { title, committedAt: iso(committedAt) },
    }),
  );
}
