import { recordNumber } from '../../releases/commitSha';
import type { Release } from '../../releases/Release';
import type { ServiceProfile } from '../../releases/ServiceProfile';
import { type Delivery, DELAY_MS } from '../Delivery';

/** What a pipeline of Jenkins tells; its end comes twice, as is its habit. */
export function jenkinsDeliveries(options: {
  release: Release;
  profile: ServiceProfile;
}): Delivery[] {
  const { release, profile } = options;
  const { version, sha, title, startedAt, endedAt, badEnd } = release;
  const { formerName, service } = release;
  const { repository } = formerName
    ? { repository: `shopkart/${formerName}` }
    : profile;
  const number = recordNumber(`${service} ${version} ${startedAt}`) % 1e6;
  const url = `https://jenkins.shopkart.example/job/orders/job/${
    formerName ?? service
  }-deploy/${number}/`;
  const build = (phase: string, at: number): Delivery => ({
    door: 'jenkins',
    at: at + DELAY_MS,
    headers: {},
    body: JSON.stringify({
      name: `orders/${formerName ?? service}-deploy`,
      ...(formerName && { service: formerName }),
      environment: 'production',
      version,
      title,
      build: {
        full_url: url,
        number,
        phase,
        ...(phase !== 'STARTED' && { status: badEnd ? 'FAILURE' : 'SUCCESS' }),
        timestamp: startedAt,
        duration: phase === 'STARTED' ? 0 : endedAt - startedAt,
        scm: {
          url: `https://gitlab.shopkart.example/${repository}.git`,
          branch: 'main',
          commit: sha,
        },
      },
    }),
  });
  return [
    build('STARTED', startedAt),
    build('COMPLETED', endedAt),
    build('FINALIZED', endedAt + 2_000),
  ];
}
