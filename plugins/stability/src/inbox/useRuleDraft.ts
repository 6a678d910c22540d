import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  IdentityHint,
  InboxItem,
  MappingRulePreview,
  NewMappingRule,
} from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';
import { fullEntityRef } from './fullEntityRef';

/** One name that a delivery carries, as a condition of the rule. */
interface Condition {
  type: IdentityHint['type'];
  pattern: string;
  used: boolean;
}

/**
 * A rule in the making. A dry run is valid for what it was asked about:
 * any change takes it away again.
 */
export function useRuleDraft(options: { item: InboxItem; onSaved(): void }) {
  const { item, onSaved } = options;
  const stabilityApi = useApi(stabilityApiRef);
  const [onlySource, setOnlySource] = useState(true);
  const [conditions, setConditions] = useState<Condition[]>(() =>
    item.identity.map(({ type, value }) => ({
      type,
      pattern: value,
      // Where it went says nothing about what it is.
      used: type !== 'environment',
    })),
  );
  const [entityRef, setEntityRef] = useState('');
  const [preview, setPreview] = useState<MappingRulePreview>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);

  const fullRef = fullEntityRef(entityRef);
  const when = conditions
    .filter(({ used, pattern }) => used && pattern.trim() !== '')
    .map(({ type, pattern }) => ({ type, pattern: pattern.trim() }));
  const rule: NewMappingRule | undefined =
    fullRef && when.length > 0
      ? {
          source: onlySource ? item.source : undefined,
          when,
          entityRef: fullRef,
        }
      : undefined;

  const changed =
    <T>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setPreview(undefined);
    };
  const run = async (request: () => Promise<void>) => {
    setBusy(true);
    setError(undefined);
    try {
      await request();
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return {
    onlySource,
    conditions,
    entityRef,
    isEntityRef: fullRef !== undefined,
    rule,
    preview,
    error,
    busy,
    setOnlySource: changed(setOnlySource),
    setEntityRef: changed(setEntityRef),
    setCondition: (index: number, part: Partial<Condition>) => {
      setConditions(known =>
        known.map((one, place) =>
          place === index ? { ...one, ...part } : one,
        ),
      );
      setPreview(undefined);
    },
    dryRun: () =>
      run(async () => {
        if (rule) {
          setPreview(await stabilityApi.previewRule(rule));
        }
      }),
    save: () =>
      run(async () => {
        if (rule) {
          await stabilityApi.addRule(rule);
          onSaved();
        }
      }),
  };
}
