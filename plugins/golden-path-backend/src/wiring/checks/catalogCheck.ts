import type { AlphaEntity } from '@backstage/catalog-model/alpha';
import { getEntityOwner } from './entityOwner';
import { say, step, type WiringCheck } from './WiringCheck';

/** What slo, stability, cost, on-call, documents and Kubernetes find it by. */
const ANNOTATIONS = [
  'backstage.io/source-location',
  'backstage.io/techdocs-ref',
  'backstage.io/kubernetes-id',
  'backstage.io/template-version',
  'argocd/app-name',
  'plimsoll.dev/service',
  'plimsoll.dev/cost-tags',
  'plimsoll.dev/tier',
  'plimsoll.dev/runbook-url',
  'plimsoll.dev/values-file',
];

/** Whether the entity says all that the portal's plugins read of it. */
export const catalogCheck: WiringCheck = async ({ entity, reads }) => {
  const { annotations = {} } = entity.metadata;
  const missing = ANNOTATIONS.filter(name => !annotations[name]);
  const owner = getEntityOwner(entity);
  const isThere = owner && (await reads.entity(owner)) !== undefined;
  const { status }: AlphaEntity = entity;
  const faults = (status?.items ?? []).filter(({ level }) => level === 'error');
  const sentences = [
    ...(faults.length
      ? [
          say('catalog-faults', {
            count: faults.length,
            first: faults[0].message,
          }),
        ]
      : []),
    ...(missing.length
      ? [
          say('catalog-annotations', {
            count: missing.length,
            names: missing.join(', '),
          }),
        ]
      : []),
    ...(owner ? [] : [say('catalog-no-owner')]),
    ...(owner && !isThere ? [say('catalog-owner-gone', { owner })] : []),
  ];
  if (sentences.length) {
    const href = annotations['backstage.io/edit-url'];
    return {
      state: 'missing',
      sentences,
      steps: href ? [step('edit-catalog-info', href)] : [],
    };
  }
  return {
    state: 'done',
    sentences: [
      say('catalog-complete', {
        count: ANNOTATIONS.length,
        owner: owner ?? '',
      }),
    ],
  };
};
