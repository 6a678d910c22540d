import { sameVersion, versionKeyOf, type VersionIdentity } from './VersionKey';

const same = (a: VersionIdentity, b: VersionIdentity) => {
  const there = sameVersion(versionKeyOf(a), versionKeyOf(b));
  expect(sameVersion(versionKeyOf(b), versionKeyOf(a))).toBe(there);
  return there;
};

const long = 'a91c4e2'.padEnd(40, '0');

describe('sameVersion', () => {
  it.each<[string, VersionIdentity, VersionIdentity, boolean]>([
    ['one version', { version: 'v2.31.0' }, { version: 'v2.31.0' }, true],
    ['with and without v', { version: 'v2.31.0' }, { version: '2.31.0' }, true],
    ['v that is a word', { version: 'vienna' }, { version: 'ienna' }, false],
    ['two versions', { version: 'v1' }, { version: 'v2' }, false],
    ['a tag that moves', { version: 'latest' }, { version: 'latest' }, false],
    ['nothing', {}, {}, false],
    [
      'one commit',
      { commitSha: long },
      { commitSha: long.toUpperCase() },
      true,
    ],
    ['its short form', { commitSha: 'a91c4e2' }, { commitSha: long }, true],
    ['too short a form', { commitSha: 'a91c4e' }, { commitSha: long }, false],
    ['two commits', { commitSha: long }, { commitSha: 'b'.repeat(40) }, false],
    [
      'a version before a commit',
      { version: 'v1', commitSha: long },
      { version: 'v2', commitSha: long },
      false,
    ],
    [
      'a commit where one has no version',
      { version: 'v1', commitSha: long },
      { commitSha: long },
      true,
    ],
    [
      'a digest before a version',
      { version: 'v1', artifacts: ['app@sha256:aa'] },
      { version: 'v1', artifacts: ['app@sha256:bb'] },
      false,
    ],
    [
      'a digest, however it is written',
      { artifacts: ['pkg:oci/app@sha256%3AAA11'] },
      { artifacts: ['registry.example.com/app@sha256:aa11'] },
      true,
    ],
    [
      'one image of the two of a pod',
      { artifacts: ['app@sha256:aa'] },
      { artifacts: ['app@sha256:aa', 'proxy@sha256:cc'] },
      true,
    ],
    [
      'the other image only',
      { artifacts: ['app@sha256:aa', 'proxy@sha256:cc'] },
      { artifacts: ['app@sha256:bb', 'proxy@sha256:cc'] },
      false,
    ],
    [
      'a tag against a tag',
      { artifacts: ['app:1.2'] },
      { artifacts: ['app:1.3'] },
      false,
    ],
    [
      'one tag out of two registries',
      { artifacts: ['eu.example.com/shop/app:1.2'] },
      { artifacts: ['us.example.com:5000/app:1.2'] },
      true,
    ],
    [
      'a digest against a tag: the version decides',
      { version: 'v1', artifacts: ['app:1.2'] },
      { version: 'v1', artifacts: ['app@sha256:aa'] },
      true,
    ],
    [
      'images that only bear latest',
      { artifacts: ['app:latest'] },
      { artifacts: ['app:latest'] },
      false,
    ],
    [
      'a port, which is no tag',
      { artifacts: ['registry:5000/app'] },
      { artifacts: ['registry:5000/app'] },
      false,
    ],
  ])('%s', (_, a, b, expected) => {
    expect(same(a, b)).toBe(expected);
  });
});
