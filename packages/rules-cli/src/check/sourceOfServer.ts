import { ConfigReader } from '@backstage/config';
import { createPrometheusSourceFactory } from '@plimsoll/plugin-slo-backend/prometheus';
import type { Matchers } from '../arguments/readMatchers';

/** Never asked: without a server only queries are read. */
const NOBODY = 'http://localhost';

/** What reads the queries of documents, and asks a server about them. */
export type MetricsReader = ReturnType<
  ReturnType<typeof createPrometheusSourceFactory>['create']
>;

/**
 * The portal's own reader of Prometheus, so that a pipeline and the portal
 * agree.
 *
 * @param options.prometheus - address of the server, without `/api/v1`
 * @param options.token - bearer token that it wants
 * @param options.matchers - every question carries them
 * @throws InputError when the address cannot be used
 */
export function sourceOfServer(options: {
  prometheus?: string;
  token?: string;
  matchers?: Matchers;
}): MetricsReader {
  const { prometheus, token, matchers = {} } = options;
  return createPrometheusSourceFactory().create({
    name: 'prometheus',
    config: new ConfigReader({
      type: 'prometheus',
      baseUrl: prometheus ?? NOBODY,
      enforcedMatchers: { ...matchers },
      ...(token && { auth: { type: 'bearer', token } }),
    }),
  });
}
