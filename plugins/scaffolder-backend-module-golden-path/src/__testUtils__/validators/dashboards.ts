import { parsePromql, readSelector } from '@plimsoll/promql';
import type { RenderedService } from '../renderService';
import type { Validator } from './Validator';

const NAMES = ['infrastructure', 'objectives', 'releases', 'service'];
/** What the service exposes, what its rules record, and what clusters have. */
const METRICS =
  /^(http_requests_total|http_request_duration_seconds_bucket|build_info|redis_up|database_up|datastore_connections|ALERTS|slo:(objective:ratio|sli_(bad|total):rate5m|burn_rate:(1h|6h|3d)|bad_events:1h)|container_(cpu_usage_seconds_total|cpu_cfs_(throttled_)?periods_total|memory_working_set_bytes|fs_usage_bytes)|kube_pod_(container_(resource_(requests|limits)|status_restarts_total|status_last_terminated_reason)|status_ready)|kube_horizontalpodautoscaler_(status_desired|spec_max)_replicas)$/;

interface Dashboard {
  title: string;
  panels: Array<{
    id: number;
    title: string;
    description: string;
    gridPos: { x: number; y: number; w: number; h: number };
    targets: Array<{ expr: string }>;
  }>;
  templating: { list: Array<{ name: string; query: string }> };
  annotations: { list: Array<{ expr: string }> };
}

/** Four dashboards of Grafana whose queries ask for what is there. */
export const dashboards: Validator = {
  name: 'has four dashboards, whose queries can be read and name known metrics',
  validate(rendered) {
    const names = rendered.files
      .map(({ path }) => /^dashboards\/(.+)\.json$/.exec(path)?.[1])
      .filter(name => name !== undefined);
    return [
      ...(names.join() === NAMES.join()
        ? []
        : [`dashboards/ holds ${names.join(', ')}`]),
      ...names.flatMap(name => dashboardFaults(rendered, name)),
    ];
  },
};

function dashboardFaults(
  { read, service }: RenderedService,
  name: string,
): string[] {
  const file = `dashboards/${name}.json`;
  const board: Dashboard = JSON.parse(read(file));
  const variables = board.templating.list;
  const queries = [
    ...board.annotations.list.map(({ expr }) => expr),
    ...board.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
  ];
  const faults = [
    ...(board.title.startsWith(`${service.title}: `) ? [] : ['its title']),
    ...board.panels
      .filter(({ title, description }) => !title || !description)
      .map(({ id }) => `panel ${id} does not say what it shows`),
    ...overlaps(board),
    ...queries.flatMap(query => queryFaults(query, variables)),
  ];
  return faults.map(fault => `${file}: ${fault}`);
}

function queryFaults(
  query: string,
  variables: Dashboard['templating']['list'],
): string[] {
  const filled = variables
    .reduce((text, one) => text.replaceAll(`$${one.name}`, one.query), query)
    .replaceAll('$__rate_interval', '5m');
  try {
    const { text, root } = parsePromql(filled);
    const unknown: string[] = filled.includes('$') ? ['a variable'] : [];
    root.cursor().iterate(node => {
      if (node.name === 'VectorSelector') {
        const { metric, matchers } = readSelector(text, node.node);
        const metrics = metric
          ? [metric]
          : matchers
              .filter(({ label }) => label === '__name__')
              .flatMap(({ value }) => value.split('|'));
        unknown.push(
          ...(metrics.length ? metrics : ['all series']).filter(
            one => !METRICS.test(one),
          ),
        );
      }
    });
    return unknown.map(one => `${query}: nobody knows ${one}`);
  } catch (error) {
    return [`${query}: ${error}`];
  }
}

function overlaps({ panels }: Dashboard): string[] {
  return panels.flatMap((a, index) =>
    panels
      .slice(index + 1)
      .filter(
        ({ gridPos: b }) =>
          a.gridPos.x < b.x + b.w &&
          b.x < a.gridPos.x + a.gridPos.w &&
          a.gridPos.y < b.y + b.h &&
          b.y < a.gridPos.y + a.gridPos.h,
      )
      .map(b => `panels ${a.title} and ${b.title} lie on each other`),
  );
}
