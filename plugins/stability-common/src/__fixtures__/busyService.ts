import { HistoryBuilder } from './HistoryBuilder';
import { later } from './instants';

const START = '2026-05-01T08:00:00.000Z';

/**
 * A service that deploys every 22 hours, each time with a change, two images
 * and a budget answer; every tenth deployment is rolled back in an incident.
 */
export function busyService(options: {
  deployments: number;
  entityRef?: string;
}): HistoryBuilder {
  const history = HistoryBuilder.create(options);
  for (let index = 0; index < options.deployments; index++) {
    const at = later(START, index * 22 * 3600);
    const commitSha = shaOf(index);
    const identity = (build: number) => ({
      commitSha: shaOf(build),
      artifacts: ['app', 'proxy'].map(
        (name, image) =>
          `registry.example.com/${name}@sha256:${(build * 2 + image + 1)
            .toString(16)
            .padStart(64, '0')}`,
      ),
    });
    history
      .merges(commitSha, { committed: later(at, -9000), at: later(at, -3600) })
      .deploys(`v1.${index}.0`, {
        at,
        runId: `ci:${index}`,
        ...identity(index),
      })
      .burns(`ci:${index}`, { at: later(at, 90_000), burned: 0.004 });
    if (index % 10 === 9) {
      history
        .incident(`INC-${index}`, {
          at: later(at, 300),
          acknowledged: later(at, 360),
          resolved: later(at, 900),
        })
        .deploys(`v1.${index - 1}.0`, {
          at: later(at, 600),
          runId: `rollback:${index}`,
          ...identity(index - 1),
        });
    }
  }
  return history;
}

/** Commits differ in their first digits, as real ones do. */
function shaOf(index: number): string {
  const spread = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  return spread.toString(16).padStart(8, '0').repeat(5);
}
