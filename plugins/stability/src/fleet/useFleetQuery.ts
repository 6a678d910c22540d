import { useSearchParams } from 'react-router-dom';
import { readFleetQuery, writeFleetQuery, type FleetQuery } from './FleetQuery';

/** Search, range and order, kept in the page's address. */
export function useFleetQuery(): {
  query: FleetQuery;
  change(part: Partial<FleetQuery>): void;
} {
  const [parameters, setParameters] = useSearchParams();
  return {
    query: readFleetQuery(parameters),
    change: part =>
      setParameters(
        current => writeFleetQuery({ ...readFleetQuery(current), ...part }),
        { replace: true },
      ),
  };
}
