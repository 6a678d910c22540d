import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  CorrectVerdictRequest,
  Deployment,
} from '@plimsoll/plugin-stability-common';
import { stabilityApiRef } from '../api';

/** A verdict that a person may give. */
export type CorrectableVerdict = CorrectVerdictRequest['verdict'];

/** Sends a person's word about a deployment, or takes it back. */
export function useCorrection(options: {
  deployment: Pick<Deployment, 'id'>;
  onCorrected(): void;
}) {
  const { deployment, onCorrected } = options;
  const stabilityApi = useApi(stabilityApiRef);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>();

  const send = async (request: () => Promise<unknown>) => {
    setSaving(true);
    setError(undefined);
    try {
      await request();
      onCorrected();
    } catch (cause) {
      setError(cause);
      setSaving(false);
    }
  };
  return {
    saving,
    error,
    correct: (verdict: CorrectableVerdict, reason: string) =>
      send(() =>
        stabilityApi.correctVerdict(deployment.id, { verdict, reason }),
      ),
    undo: (reason: string) =>
      send(() => stabilityApi.undoVerdict(deployment.id, { reason })),
  };
}
