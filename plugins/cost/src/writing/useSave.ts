import { useState } from 'react';

/** Sends something that changes a fact, and keeps why it failed. */
export function useSave(options: { onSaved(): void }): {
  saves: boolean;
  error?: unknown;
  save(request: () => Promise<unknown>): Promise<void>;
} {
  const { onSaved } = options;
  const [saves, setSaves] = useState(false);
  const [error, setError] = useState<unknown>();
  return {
    saves,
    error,
    save: async request => {
      setSaves(true);
      setError(undefined);
      try {
        await request();
        onSaved();
      } catch (cause) {
        setError(cause);
      }
      setSaves(false);
    },
  };
}
