import { pagerDutyServiceId } from '../deliveries/alerts/pagerDutyDeliveries';
import { applicationName } from '../deliveries/argo/argoCdDeliveries';
import { incidentsOf } from '../incidents/incidentsOf';
import { catalogDocuments } from '../__testUtils__/catalogFiles';
import { PROFILES, profileOf } from './profiles';
import type { Release } from './Release';
import { releasesOf } from './releasesOf';

const CYCLES = [-6, -5, -4, -3, -2, -1, 0, 1];
const all = CYCLES.flatMap(cycle => releasesOf(cycle));
const HOUR = 3_600_000;

function byService(): Map<string, Release[]> {
  const map = new Map<string, Release[]>();
  for (const release of all) {
    map.set(release.service, [...(map.get(release.service) ?? []), release]);
  }
  return map;
}

describe('the releases of ShopKart', () => {
  it('has 25 services that are released', () => {
    expect(PROFILES).toHaveLength(25);
    expect(byService().size).toBe(25);
  });

  it('uses each version for one commit, and brings it out once', () => {
    const commits = new Map<string, string>();
    for (const { service, version, sha } of all) {
      const name = `${service} ${version}`;
      expect(commits.get(name) ?? sha).toBe(sha);
      commits.set(name, sha);
    }
    const fresh = all
      .filter(({ changes }) => changes.length > 0)
      .map(({ service, version }) => `${service} ${version}`);
    expect(new Set(fresh).size).toBe(fresh.length);
  });

  it('never rolls two versions of a service out at the same time', () => {
    for (const releases of byService().values()) {
      releases.slice(1).forEach((release, index) => {
        expect(release.startedAt).toBeGreaterThan(releases[index].endedAt);
      });
    }
  });

  it('merges before it releases, and numbers each pull request once', () => {
    const numbers = new Set<string>();
    for (const { service, changes, startedAt } of all) {
      for (const { number, committedAt, mergedAt } of changes) {
        expect(committedAt).toBeLessThan(mergedAt);
        expect(mergedAt).toBeLessThan(startedAt);
        const name = `${service} ${number}`;
        expect(numbers).not.toContain(name);
        numbers.add(name);
      }
    }
  });

  it('has changes that are live within some hours, most within a day', () => {
    const leads = all
      .flatMap(({ changes, endedAt }) =>
        changes.map(({ committedAt }) => (endedAt - committedAt) / HOUR),
      )
      .sort((one, other) => one - other);
    const at = (share: number) => leads[Math.floor(leads.length * share)];
    expect(at(0.5)).toBeGreaterThan(2);
    expect(at(0.5)).toBeLessThan(6);
    expect(at(0.9)).toBeLessThan(40);
  });

  it('has the versions of the pictures in the cycle of October 2026', () => {
    const versions = releasesOf(0)
      .filter(({ service }) => service === 'checkout')
      .map(({ version }) => version);
    expect(versions.slice(0, 9)).toEqual([
      'v2.29.1',
      'v2.29.2',
      'v2.30.0',
      'v2.30.1',
      'v2.30.2',
      'v2.31.0',
      'v2.30.2',
      'v2.31.1',
      'v2.31.2',
    ]);
    expect(
      releasesOf(-2).some(
        ({ service, version }) =>
          service === 'checkout' && version === 'v2.22.0',
      ),
    ).toBe(true);
  });
});

describe('the catalog of ShopKart', () => {
  const annotations = new Map(
    catalogDocuments()
      .filter(({ value }) => value.kind === 'Component')
      .map(({ value }) => [
        value.metadata.name,
        value.metadata.annotations ?? {},
      ]),
  );

  it.each(PROFILES.map(profile => [profile.service, profile] as const))(
    'says by which names %s is known',
    (service, { door, repository, folder, clusters = [] }) => {
      const own = annotations.get(service) ?? {};
      const host =
        door === 'gitlab' || door === 'jenkins' ? 'gitlab.com' : 'github.com';
      expect(own[`${host}/project-slug`]).toBe(repository);
      expect(own['argocd/app-name']).toBe(
        clusters.map(cluster => applicationName(service, cluster)).join(',') ||
          undefined,
      );
      expect(own['backstage.io/source-location']?.endsWith(`/${folder}/`)).toBe(
        folder ? true : undefined,
      );
      expect(own['jenkins.io/job-full-name']).toBe(
        door === 'jenkins' ? `orders/${service}-deploy` : undefined,
      );
    },
  );

  it('names the services of PagerDuty that page somebody', () => {
    const paged = CYCLES.flatMap(cycle =>
      incidentsOf(cycle, releasesOf(cycle)),
    ).filter(({ kind }) => kind === 'paged');
    expect(paged.length).toBeGreaterThan(20);
    for (const { service } of paged) {
      expect(annotations.get(service)?.['pagerduty.com/service-id']).toBe(
        pagerDutyServiceId(service),
      );
    }
  });

  it('throws for a service that is never released', () => {
    expect(() => profileOf('nobody')).toThrow(/nobody has no entry/);
  });
});
