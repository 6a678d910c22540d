import { useEffect, useState } from 'react';

/** Seconds between two looks at the clock, for ages on the page. */
const TICK_SECONDS = 10;

/**
 * The present, fresh enough for "24 s ago".
 *
 * @public
 */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), TICK_SECONDS * 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
