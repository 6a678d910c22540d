import { helmMissing, lintChart, renderChart } from '../chart/renderChart';
import { objectFaults } from '../kubernetes/objectFaults';
import type { Validator } from './Validator';

const ENVIRONMENTS = ['staging', 'production'] as const;

/** The chart, by the real Helm and the schemas of every kind it makes. */
export const chart: Validator = {
  name: 'has a chart that Helm lints and whose objects are right for each environment',
  missing: helmMissing,
  async validate({ folder }) {
    const faults: string[] = [];
    for (const environment of ENVIRONMENTS) {
      try {
        await lintChart({ folder, environment });
        for (const object of await renderChart({ folder, environment })) {
          faults.push(...(await objectFaults(object)));
        }
      } catch (error) {
        faults.push(`${environment}: ${error}`);
      }
    }
    return faults;
  },
};
