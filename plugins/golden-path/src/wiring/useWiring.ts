import { useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { ServiceWiring } from '@plimsoll/plugin-golden-path-common';
import { type Polled, usePolled } from '@plimsoll/plugin-plimsoll-react';
import { goldenPathApiRef } from '../api';

/** Seconds between two reads. */
const EVERY_SECONDS = 30;
/** Until it was checked for the first time. */
const SOON_SECONDS = 3;

/** The proof of a service, and what people can do about it. */
export interface Wiring {
  polled: Polled<ServiceWiring>;
  wiring?: ServiceWiring;
  /** Something that somebody asked for is under way. */
  busy: boolean;
  /** Why the last of it failed. */
  fault?: unknown;
  check(): void;
  sendTestAlert(): void;
}

/** Reads the proof regularly, and does what is asked. */
export function useWiring(entityRef: string): Wiring {
  const api = useApi(goldenPathApiRef);
  const [done, setDone] = useState<ServiceWiring>();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<unknown>();
  const [isNew, setIsNew] = useState(false);
  const polled = usePolled<ServiceWiring>({
    key: `wiring ${entityRef}`,
    everySeconds: isNew ? SOON_SECONDS : EVERY_SECONDS,
    load: async signal => {
      const read = await api.getWiring(entityRef, { signal });
      setIsNew(read.checkedAt === undefined);
      return read;
    },
  });
  const run = async (work: () => Promise<ServiceWiring>) => {
    setBusy(true);
    setFault(undefined);
    try {
      setDone(await work());
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    polled,
    wiring: newer(done, polled.data),
    busy,
    fault,
    check: () => void run(() => api.checkWiring(entityRef)),
    sendTestAlert: () =>
      void run(() => api.sendTestAlert(entityRef, { severity: 'critical' })),
  };
}

function newer(
  one: ServiceWiring | undefined,
  other: ServiceWiring | undefined,
): ServiceWiring | undefined {
  return one && (!other || (one.checkedAt ?? '') > (other.checkedAt ?? ''))
    ? one
    : other;
}
