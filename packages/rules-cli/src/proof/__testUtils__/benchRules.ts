import { promql, sloDocument } from '@plimsoll/plugin-slo-common/testUtils';
import { objectivesOfDocuments } from '@plimsoll/plugin-slo-common/rules';
import { generateRules } from '@plimsoll/plugin-slo-common/rules';
import { renderRules } from '@plimsoll/plugin-slo-common/rules';

/**
 * Measures how long rules for many documents take: reading, generating and
 * writing them, each once after a short start.
 */
export function benchRules(options: { documents: number }) {
  const values = Array.from({ length: options.documents }, (_, index) => ({
    value: documentAt(index),
  }));
  rulesTextOf(values.slice(0, 200));
  const start = performance.now();
  const { text, objectives } = rulesTextOf(values);
  return {
    seconds: (performance.now() - start) / 1_000,
    objectives,
    megabytes: text.length / 1_000_000,
  };
}

function rulesTextOf(values: Array<{ value: unknown }>) {
  const { objectives, faults } = objectivesOfDocuments(values);
  if (faults.length) {
    throw new Error(JSON.stringify(faults[0]));
  }
  const rules = generateRules({
    objectives,
    portalUrl: 'https://portal.example',
  });
  return { text: renderRules(rules), objectives: objectives.length };
}

/** Every third a value with a threshold, the rest requests. */
function documentAt(index: number): Record<string, unknown> {
  const name = `service-${index}`;
  return index % 3
    ? sloDocument({ name, window: index % 2 ? '30d' : '28d' })
    : sloDocument({
        name,
        objective: { op: 'lte', value: 0.3 },
        spec: {
          indicator: {
            metadata: { name },
            spec: {
              thresholdMetric: promql(
                `histogram_quantile(0.99, sum by (le) (rate(d_bucket{job="${name}"}[{{.window}}])))`,
              ),
            },
          },
        },
      });
}

if (require.main === module) {
  const result = benchRules(JSON.parse(process.argv[2]));
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
