import { InputError } from '@backstage/errors';
import { parse } from 'yaml';
import { z } from 'zod/v4';
import { NotAnswered } from '../NotAnswered';
import {
  labelMatcher,
  type LabelMatcher,
  parseMatchers,
} from './parseMatchers';

/** Where alerts go. */
export interface AlertReceiver {
  name: string;
  /** 'slack', 'pagerduty', 'email'; none: nobody is told. */
  integrations: string[];
}

interface RouteText {
  receiver?: string;
  match?: Record<string, string> | null;
  match_re?: Record<string, string> | null;
  matchers?: string[] | null;
  continue?: boolean;
  routes?: RouteText[] | null;
}

const texts = z.record(z.string(), z.string()).nullish();
const route: z.ZodType<RouteText> = z.lazy(() =>
  z.object({
    receiver: z.string().optional(),
    match: texts,
    match_re: texts,
    matchers: z.array(z.string()).nullish(),
    continue: z.boolean().optional(),
    routes: z.array(route).nullish(),
  }),
);
const configuration = z.object({
  route,
  receivers: z.array(z.object({ name: z.string() }).loose()),
});

interface Route {
  receiver: string;
  matchers: LabelMatcher[];
  /** What this portal cannot read of its matchers. */
  fault?: NotAnswered;
  goesOn: boolean;
  routes: Route[];
}

/**
 * Alertmanager's routes: who is told of an alert with these labels. Alertmanager
 * itself answers this only on a command line.
 */
export class RouteTree {
  readonly #root: Route;
  readonly #receivers: ReadonlyMap<string, AlertReceiver>;

  /**
   * @param text - YAML, as Alertmanager gives it
   * @throws InputError where it is no configuration; a route that cannot be read
   * matters only to alerts that it could take
   */
  static parse(text: string): RouteTree {
    const read = configuration.safeParse(yamlOf(text));
    if (!read.success) {
      throw new InputError(
        'Alertmanager gives a configuration without route and receivers',
      );
    }
    const { receivers } = read.data;
    return new RouteTree({
      root: routeOf(read.data.route, ''),
      receivers: new Map(
        receivers.map(one => [
          one.name,
          { name: one.name, integrations: integrationsOf(one) },
        ]),
      ),
    });
  }

  private constructor(options: {
    root: Route;
    receivers: ReadonlyMap<string, AlertReceiver>;
  }) {
    this.#root = options.root;
    this.#receivers = options.receivers;
  }

  /**
   * Who is told of an alert, each once; always somebody, if only 'nobody'.
   *
   * @throws NotAnswered where it depends on a route that cannot be read
   */
  receiversOf(labels: Readonly<Record<string, string>>): AlertReceiver[] {
    const names = matching(this.#root, labels).map(({ receiver }) => receiver);
    return [...new Set(names)].map(
      name => this.#receivers.get(name) ?? { name, integrations: [] },
    );
  }
}

/** The deepest routes that match, in order, as Alertmanager finds them. */
function matching(
  one: Route,
  labels: Readonly<Record<string, string>>,
): Route[] {
  if (!one.matchers.every(matches => matches(labels))) {
    return [];
  }
  if (one.fault) {
    throw one.fault;
  }
  const found: Route[] = [];
  for (const child of one.routes) {
    const below = matching(child, labels);
    found.push(...below);
    if (below.length && !child.goesOn) {
      break;
    }
  }
  return found.length ? found : [one];
}

function routeOf(text: RouteText, parent: string): Route {
  const receiver = text.receiver || parent;
  const matchers: LabelMatcher[] = [];
  let fault: NotAnswered | undefined;
  for (const read of readersOf(text)) {
    try {
      matchers.push(...read());
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      fault = new NotAnswered({ whom: 'Alertmanager', reason: error.message });
    }
  }
  return {
    receiver,
    matchers,
    fault,
    goesOn: text.continue ?? false,
    routes: (text.routes ?? []).map(child => routeOf(child, receiver)),
  };
}

/** Reads what a route compares, one comparison after the other. */
function readersOf(text: RouteText): Array<() => LabelMatcher[]> {
  const pairs = (compared: RouteText['match'], operator: string) =>
    Object.entries(compared ?? {}).map(([name, value]) => () => [
      labelMatcher({ name, operator, value }),
    ]);
  return [
    ...pairs(text.match, '='),
    ...pairs(text.match_re, '=~'),
    ...(text.matchers ?? []).map(one => () => parseMatchers(one)),
  ];
}

function integrationsOf(receiver: Record<string, unknown>): string[] {
  return Object.entries(receiver).flatMap(([key, value]) =>
    key.endsWith('_configs') && Array.isArray(value) && value.length
      ? [key.slice(0, -'_configs'.length)]
      : [],
  );
}

function yamlOf(text: string): unknown {
  try {
    return parse(text);
  } catch {
    throw new InputError('Alertmanager gives a configuration that is no YAML');
  }
}
