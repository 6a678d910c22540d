import { useEffect, useState } from 'react';

/** Code that is on its way or there. */
interface Loading {
  promise: Promise<unknown>;
  loaded?: unknown;
}

const begun = new WeakMap<object, Loading>();

function begin(load: () => Promise<unknown>): Loading {
  const known = begun.get(load);
  if (known) {
    return known;
  }
  const loading: Loading = { promise: load() };
  begun.set(load, loading);
  loading.promise.then(
    loaded => {
      loading.loaded = loaded;
    },
    () => {
      // The next who asks tries again.
      begun.delete(load);
    },
  );
  return loading;
}

/**
 * Code that is loaded while its component already works, without Suspense:
 * React holds back what it reveals for up to half a second after the last
 * fallback that it drew, so a boundary inside of a card delays all the other
 * cards of the page. Loading begins with the first drawing.
 *
 * @param load - imports a module; the same function each time
 * @returns the module, once it is there
 * @throws while rendering, what `load` was rejected with
 * @public
 */
export function useLoaded<T>(load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState(() => begin(load).loaded as T);
  useEffect(() => {
    let isGone = false;
    begin(load).promise.then(
      result => !isGone && setLoaded(() => result as T),
      error =>
        !isGone &&
        setLoaded(() => {
          // The boundary around the card shows it.
          throw error;
        }),
    );
    return () => {
      isGone = true;
    };
  }, [load]);
  return loaded;
}
