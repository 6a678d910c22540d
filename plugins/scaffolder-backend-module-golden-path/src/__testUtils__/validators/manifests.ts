import { parseAllDocuments } from 'yaml';
import { objectFaults } from '../kubernetes/objectFaults';
import type { Validator } from './Validator';

/** Files for kubectl; what is Litmus' own has no schema here. */
const MANIFESTS = /^(deploy|chaos)\/.*\.yaml$/;
const WITHOUT_SCHEMA = /^(litmuschaos|kustomize\.config\.k8s)\.io\//;

/** What kubectl is given beside the chart, by the schemas of its kinds. */
export const manifests: Validator = {
  name: 'has manifests beside its chart that are right',
  async validate({ files, read, service }) {
    const paths = files
      .map(({ path }) => path)
      .filter(path => MANIFESTS.test(path));
    const faults = await Promise.all(
      paths.flatMap(path =>
        parseAllDocuments(read(path), { merge: true })
          .map(document => document.toJS({ maxAliasCount: 100 }))
          .filter(object => !WITHOUT_SCHEMA.test(object.apiVersion))
          .map(async object =>
            (await objectFaults(object)).map(fault => `${path}: ${fault}`),
          ),
      ),
    );
    const expected = [
      ['deploy/argocd/staging.yaml', true],
      ['deploy/argocd/production.yaml', true],
      ['chaos/pod-delete.yaml', service.chaos],
      ['chaos/network-latency.yaml', service.chaos],
      [
        'chaos/restore-drill/cronjob.yaml',
        service.terraform && service.dataStore !== 'none',
      ],
    ] as const;
    return [
      ...faults.flat(),
      ...expected
        .filter(([path, wanted]) => paths.includes(path) !== wanted)
        .map(([path, wanted]) => `${path}: is ${wanted ? 'not ' : ''}there`),
    ];
  },
};
