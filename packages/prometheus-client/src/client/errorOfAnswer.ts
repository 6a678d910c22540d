import { withoutAddresses } from './withoutAddresses';
import {
  QueryRefusedError,
  QueryTimeoutError,
  QueryTooLargeError,
  SourceUnavailableError,
} from './PrometheusErrors';

const TOO_LARGE =
  /too many (samples|points|series|unique timeseries)|maximum resolution|too (long|large)|exceed(s|ed)?\b.*\b(limit|maximum)|limit.*\bexceeded|-search\.max/i;

/** The error that stands for an answer of Prometheus' error format. */
export function errorOfAnswer(
  name: string,
  status: number,
  answer: { errorType: string; message: string },
): Error {
  const message = withoutAddresses(answer.message);
  if (['timeout', 'canceled'].includes(answer.errorType)) {
    return new QueryTimeoutError(`The query took too long: ${message}`);
  }
  if (![400, 413, 422].includes(status)) {
    return errorOfStatus(name, status, message);
  }
  return status === 413 || TOO_LARGE.test(message)
    ? new QueryTooLargeError(`The query asks for too much: ${message}`)
    : new QueryRefusedError(`The source ${name} refused the query: ${message}`);
}

/** The error that stands for an answer of any other format. */
export function errorOfStatus(
  name: string,
  status: number,
  message?: string,
): Error {
  if (status === 413) {
    return new QueryTooLargeError('The query is longer than a proxy allows');
  }
  // who waited for a gateway to give up does not wait for it again
  const isTransient = status === 429 || (status >= 500 && status !== 504);
  const reason = message ? `: ${message}` : '';
  return new SourceUnavailableError(
    `The source ${name} ${describeStatus(status)}${reason}`,
    { isTransient, mayBeTheQuery: status >= 500 },
  );
}

function describeStatus(status: number): string {
  if (status >= 300 && status < 400) {
    return `answered with a redirect (${status}), which is not followed; set baseUrl to the address it leads to`;
  }
  if (status === 401 || status === 403) {
    return `refused the credentials (${status}); check auth and headers in app-config`;
  }
  if (status === 404 || status === 405) {
    return `has no Prometheus API under its baseUrl (${status}); leave out /api/v1 and keep the path prefix`;
  }
  if (status === 429) {
    return 'asks for fewer queries (429)';
  }
  return status === 200
    ? 'did not answer as a Prometheus API does; check its baseUrl'
    : `answered with status ${status}`;
}
