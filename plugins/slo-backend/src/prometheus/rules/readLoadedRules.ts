import type { LoadedRule, LoadedRulesRequest } from '@plimsoll/plugin-slo-node';
import type { RulesApi } from '@plimsoll/prometheus-client';

/**
 * The rules that a server has loaded, by name and by label. Both are asked for
 * at once, one request each; a server that ignores what it is asked for answers
 * with all it has, so what it answers is sorted out here too.
 */
export async function readLoadedRules(
  options: LoadedRulesRequest & { api: RulesApi },
): Promise<LoadedRule[]> {
  const { api, names, labels, signal } = options;
  const [named, labelled] = await Promise.all([
    names.length ? api.rules({ names, signal }) : [],
    labels.length ? api.rules({ labels, signal }) : [],
  ]);
  const wanted = new Set(names);
  const byName = named.filter(({ name }) => wanted.has(name));
  const byLabel = labelled.filter(
    rule => !wanted.has(rule.name) && labels.some(one => carries(rule, one)),
  );
  return [...byName, ...byLabel];
}

function carries(
  { labels }: Pick<LoadedRule, 'labels'>,
  wanted: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(wanted).every(([key, value]) => labels[key] === value);
}
