import { useState } from 'react';

/** How the saving of something goes. */
export interface Saving {
  saving: boolean;
  /** Why the last try failed. */
  error: unknown;
  save(request: () => Promise<unknown>): Promise<void>;
}

/**
 * Sends a person's word and tells when it is kept. After a success it stays
 * saving: what was saved closes.
 */
export function useSaving(onSaved: () => void): Saving {
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>();
  return {
    saving,
    error,
    save: async request => {
      setSaving(true);
      setError(undefined);
      try {
        await request();
        onSaved();
      } catch (cause) {
        setError(cause);
        setSaving(false);
      }
    },
  };
}
