import { type Entity, RELATION_HAS_MEMBER } from '@backstage/catalog-model';
import { getEntityOwner } from './entityOwner';
import { say, step, type WiringCheck } from './WiringCheck';

/** Whether somebody can be called when it fails, and told about it. */
export const ownerCheck: WiringCheck = async ({ entity, reads }) => {
  const ref = getEntityOwner(entity);
  const edit = editStep(entity);
  if (!ref) {
    return { state: 'missing', sentences: [say('owner-none')], steps: edit };
  }
  const owner = await reads.entity(ref);
  if (!owner) {
    return {
      state: 'missing',
      sentences: [say('owner-gone', { owner: ref })],
      steps: edit,
    };
  }
  const name = owner.metadata.title ?? owner.metadata.name;
  const isGroup = owner.kind.toLocaleLowerCase('en-US') === 'group';
  const members = (owner.relations ?? []).filter(
    ({ type }) => type === RELATION_HAS_MEMBER,
  ).length;
  const contact = contactOf(owner);
  const onCall = onCallOf(entity) ?? onCallOf(owner);
  const sentences = [
    ...(isGroup && members === 0
      ? [say('owner-no-members', { owner: name })]
      : []),
    ...(contact ? [] : [say('owner-no-contact', { owner: name })]),
    ...(onCall ? [] : [say('owner-no-on-call', { owner: name })]),
  ];
  if (sentences.length) {
    const isOwners = sentences.some(({ code }) => code !== 'owner-no-on-call');
    return {
      state: 'missing',
      sentences,
      steps: [
        ...(onCall ? [] : edit),
        ...(isOwners ? [step('open-owner')] : []),
      ],
    };
  }
  return {
    state: 'done',
    sentences: [
      say('owner-reachable', {
        owner: name,
        count: isGroup ? members : 1,
        contact: contact ?? '',
        onCall: onCall ?? '',
      }),
    ],
  };
};

function contactOf({ spec, metadata }: Entity): string | undefined {
  const { email } = (spec?.profile ?? {}) as { email?: unknown };
  const slack = Object.entries(metadata.annotations ?? {}).find(
    ([key, value]) => /slack/i.test(key) && value,
  );
  return typeof email === 'string' && email ? email : slack?.[1];
}

function onCallOf({ metadata }: Entity): string | undefined {
  const { annotations = {} } = metadata;
  return (
    annotations['pagerduty.com/service-id'] ||
    annotations['pagerduty.com/integration-key'] ||
    undefined
  );
}

function editStep({ metadata }: Entity) {
  const href = metadata.annotations?.['backstage.io/edit-url'];
  return href ? [step('edit-catalog-info', href)] : [];
}
