import type { Incident, MetricFigure } from '@plimsoll/plugin-stability-common';
import { failedDeployment } from '../__fixtures__/checkoutDeployments';
import { incident, redisIncident } from '../__fixtures__/checkoutIncidents';
import { figure } from '../__fixtures__/checkoutMetrics';
import { deployment } from '../__fixtures__/deployment';
import { voice } from '../__testUtils__/voice';
import { renderWords } from '../__testUtils__/renderWords';
import { factIndex } from '../words';
import { causeText } from './causeText';
import { suspectText } from './suspectText';
import { useRecoveredText } from './useRecoveredText';

describe('a suspect in words', () => {
  const text = (change: Partial<typeof failedDeployment>) =>
    suspectText({
      deployment: { ...failedDeployment, ...change },
      incident: redisIncident,
      ...voice(),
    });

  it.each([
    [
      {},
      'v2.31.0, live 3 min 55 s before it: Cart entries in MessagePack (#1842)',
    ],
    [{ title: undefined }, 'v2.31.0, live 3 min 55 s before it'],
    [
      { title: undefined, finishedAt: redisIncident.startedAt },
      'v2.31.0, live as it began',
    ],
    [
      { title: undefined, finishedAt: '2026-11-03T13:10:06.000Z' },
      'v2.31.0, on its way out as it began',
    ],
    [
      { title: undefined, finishedAt: undefined },
      'v2.31.0, on its way out as it began',
    ],
    [
      { title: undefined, version: undefined, commitSha: 'a91c4e2d00aa' },
      'a91c4e2, live 3 min 55 s before it',
    ],
  ])('%j', (change, words) => {
    expect(text(change)).toBe(words);
  });
});

describe('a cause in words', () => {
  const cause = {
    deploymentId: 'd-v9',
    confidence: 0.8,
    rule: 'incident-in-window' as const,
  };

  it('names a deployment by what is known of it', () => {
    const about = incident({ label: 'INC-1', cause });
    const known = factIndex({
      deployments: [deployment({ id: 'd-v9', version: 'v9' })],
    });
    expect(causeText({ incident: about, index: known, ...voice() })).toBe(
      'v9 went live shortly before it: high.',
    );
    expect(
      causeText({ incident: about, index: factIndex({}), ...voice() }),
    ).toBe('d-v9 went live shortly before it: high.');
  });
});

describe('how many incidents were over in time', () => {
  const recovery = (change: Partial<MetricFigure>) =>
    figure('time-to-recover', { target: { value: 600 }, ...change });
  const lasted = (seconds: number, change: Partial<Incident> = {}) =>
    incident({
      label: `INC-${seconds}`,
      startedAt: '2026-11-03T13:00:00.000Z',
      resolvedAt: new Date(
        Date.parse('2026-11-03T13:00:00.000Z') + seconds * 1000,
      ).toISOString(),
      ...change,
    });
  const text = (incidents: Incident[], one: MetricFigure) => {
    voice();
    return renderWords(() => useRecoveredText(incidents, [one]));
  };

  it('counts those whose end was told, the target among them', () => {
    const many = [60, 600, 601, 90, 30].map(seconds => lasted(seconds));
    expect(
      text([...many, lasted(10, { presumed: true })], recovery({})),
    ).toMatch(/^Recovered within 10 min: 4 of 5/);
  });

  it('says that few are too few to judge', () => {
    expect(text([lasted(60), lasted(700)], recovery({}))).toBe(
      'Recovered within 10 min: 1 of 2, too few to judge',
    );
  });

  it('says nothing without a target or without an end', () => {
    expect(text([lasted(60)], recovery({ target: undefined }))).toBe(undefined);
    expect(text([lasted(60, { presumed: true })], recovery({}))).toBe(
      undefined,
    );
  });
});
