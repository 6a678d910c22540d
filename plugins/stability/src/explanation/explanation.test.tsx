import { refusal, stopDate } from '@plimsoll/plugin-plimsoll-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type {
  Deployment,
  MetricExplanation,
  MetricName,
} from '@plimsoll/plugin-stability-common';
import { CHECKOUT, NOW } from '../__fixtures__/checkoutEntity';
import {
  checkoutDeployments,
  failedDeployment,
  pendingDeployment,
} from '../__fixtures__/checkoutDeployments';
import { redisIncident } from '../__fixtures__/checkoutIncidents';
import { change, deployment } from '../__fixtures__/deployment';
import { explanation } from '../__fixtures__/explanation';
import { FixtureStabilityApi } from '../__fixtures__/FixtureStabilityApi';
import { renderForEntity } from '../__testUtils__/renderForEntity';
import { factIndex } from '../words';
import { DeploymentContent } from './DeploymentContent';
import { MetricExplanationContent } from './MetricExplanationContent';

/** The list below a heading. */
const listBelow = (name: string) => {
  const section = screen.getByRole('heading', { name }).closest('section');
  return section ? within(section).getAllByRole('listitem') : [];
};

describe('the explanation of a number', () => {
  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  function open(
    metric: MetricName,
    told: Partial<MetricExplanation> = {},
    error?: Error,
  ) {
    const api = new FixtureStabilityApi();
    const explain = jest
      .spyOn(api, 'explainMetric')
      .mockResolvedValue({ ...explanation(metric), ...told });
    if (error) {
      explain.mockRejectedValueOnce(error);
    }
    renderForEntity(
      <MetricExplanationContent
        entityRef={CHECKOUT}
        range="30d"
        metric={metric}
        index={factIndex({
          deployments: checkoutDeployments,
          incidents: [redisIncident],
        })}
      />,
      { api },
    );
    return explain;
  }

  it('asks for the range of the tab, and names definition and version', async () => {
    const explain = open('change-failure-rate');
    expect(
      await screen.findByText(/failed \/ \(failed \+ clean\)/),
    ).toBeVisible();
    expect(
      screen.getByText('Definition change-failure-rate, version 1'),
    ).toBeVisible();
    expect(explain.mock.calls[0][0]).toEqual({
      entityRef: CHECKOUT,
      metric: 'change-failure-rate',
      window: 30,
    });
  });

  it('does not explain by words of another version', async () => {
    open('change-failure-rate', {
      formula: { id: 'change-failure-rate', version: 2, inputs: {} },
    });
    expect(await screen.findByText(/does not know version 2/)).toBeVisible();
    expect(screen.queryByText(/failed \/ \(failed \+ clean\)/)).toBeNull();
  });

  it('shows the inputs of a share, its numerator among them', async () => {
    open('change-failure-rate');
    const computed = await screen.findByRole('heading', {
      name: 'What went into it',
    });
    expect(computed.closest('section')).toHaveTextContent(
      /In the sample61Of them counted2.*Left out3.*Change failure rate3\.3%/,
    );
  });

  it('shows no numerator of what is no share', async () => {
    open('rollback-time');
    const computed = await screen.findByRole('heading', {
      name: 'What went into it',
    });
    expect(computed.closest('section')).not.toHaveTextContent('Of them');
  });

  it('puts what counts first, with its evidence and the way to it', async () => {
    open('change-failure-rate');
    await screen.findByRole('heading', { name: 'Counted' });
    const [first] = listBelow('Counted');
    expect(first).toHaveTextContent(/^v2\.31\.0.*Rolled back$/);
    expect(within(first).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/component/checkout/stability?deployment=d-v2.31.0',
    );
  });

  it('says why each of the others was left out', async () => {
    open('change-failure-rate');
    await screen.findByRole('heading', { name: 'Left out, and why' });
    const notes = listBelow('Left out, and why').map(item => item.textContent);
    expect(notes).toContainEqual(
      expect.stringMatching(/v2\.34\.1.*its verdict is pending$/),
    );
    expect(notes).toContainEqual(
      expect.stringMatching(/v2\.30\.1.*stopped before it did harm$/),
    );
  });

  it('shows eight at first and the rest when asked', async () => {
    open('deployment-frequency', {
      deployments: Array.from({ length: 10 }, (_, index) => ({
        ...explanation('deployment-frequency').deployments[0],
        id: `d-${index}`,
        version: `v${index}`,
        counted: false,
        leftOut: undefined,
      })),
    });
    await screen.findByRole('heading', { name: 'Counted' });
    expect(listBelow('Counted')).toHaveLength(8);
    jest.useRealTimers();
    await userEvent.click(screen.getByRole('button', { name: '2 more' }));
    expect(listBelow('Counted')).toHaveLength(10);
    expect(screen.queryByRole('button', { name: /more$/ })).toBeNull();
  });

  it('lists incidents with their durations', async () => {
    open('time-to-recover', {
      deployments: [],
      incidents: [
        {
          id: 'i-482',
          label: 'INC-482',
          title: 'Redis cannot read cart entries',
          startedAt: redisIncident.startedAt,
          seconds: 420,
        },
        {
          id: 'i-1',
          label: 'INC-1',
          title: 'Prices rounded down',
          startedAt: redisIncident.startedAt,
          leftOut: 'presumed',
        },
      ],
    });
    await screen.findByRole('heading', { name: 'Counted' });
    expect(listBelow('Counted')[0]).toHaveTextContent(
      /INC-482.*7 min.*Redis cannot read cart entries/,
    );
    expect(listBelow('Left out, and why')[0]).toHaveTextContent(
      /INC-1.*its end was not told/,
    );
  });

  it('says so where nothing was counted', async () => {
    open('rework-rate', { deployments: [], incidents: [] });
    expect(await screen.findByText('Nothing was counted.')).toBeVisible();
  });

  it('says why it cannot be read, and tries again', async () => {
    open('rework-rate', {}, await refusal(503));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The explanation could not be read');
    jest.useRealTimers();
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Try again' }),
    );
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(screen.getByText('Definition rework-rate, version 1')).toBeVisible();
  });
});

describe('what a deployment did', () => {
  beforeEach(() => stopDate(NOW));
  afterEach(() => jest.useRealTimers());

  function open(one: Deployment, error?: Error) {
    const api = new FixtureStabilityApi({ deployments: [one] });
    if (error) {
      jest.spyOn(api, 'getDeployment').mockRejectedValue(error);
    }
    const { container } = renderForEntity(
      <DeploymentContent
        id={one.id}
        index={factIndex({ incidents: [redisIncident] })}
      />,
      { api },
    );
    return container;
  }
  const verdict = (name: string) => screen.findByRole('heading', { name });

  it('counts each stored event once', async () => {
    open(failedDeployment);
    await verdict('Why the verdict is \u201cFailed\u201d');
    expect(screen.getByText('Rests on 4 stored events.')).toBeVisible();
  });

  it('tells times from when it was live, and only those that are known', async () => {
    open(failedDeployment);
    await verdict('Times');
    const section = screen
      .getByRole('heading', { name: 'Times' })
      .closest('section');
    expect(section).toHaveTextContent(/Roll-out began\d\d:04:40Live\d\d:06:10/);
    expect(section).toHaveTextContent(
      /Impact from 30 s after it was live.*Recovered 10 min 55 s after it was live/,
    );
  });

  it('tells when a canary was stopped, from the start of its roll-out', async () => {
    open({
      ...failedDeployment,
      state: 'aborted',
      impactFrom: failedDeployment.startedAt,
      detectedAt: failedDeployment.finishedAt,
      recoveredAt: failedDeployment.finishedAt,
    });
    await verdict('Times');
    const section = screen
      .getByRole('heading', { name: 'Times' })
      .closest('section');
    expect(section).toHaveTextContent(
      /Roll-out began\d\d:04:40Stopped 1 min 30 s after the roll-out began\d\d:06:10/,
    );
    expect(section).toHaveTextContent(
      /Recovered 1 min 30 s after the roll-out began\d\d:06:10/,
    );
    expect(section).not.toHaveTextContent('live');
  });

  it('does not count what a person overruled, and says so', async () => {
    const [first, ...rest] = failedDeployment.evidence;
    open({
      ...failedDeployment,
      evidence: [{ ...first, overruled: true }, ...rest],
    });
    await verdict('Why the verdict is \u201cFailed\u201d');
    expect(
      listBelow('Why the verdict is \u201cFailed\u201d')[0],
    ).toHaveTextContent(/Rolled back.*overruled, does not count/);
  });

  it('names who overruled the rules, and why', async () => {
    open({
      ...failedDeployment,
      verdict: {
        ...failedDeployment.verdict,
        name: 'clean',
        decidedBy: 'person',
        correction: {
          id: 'c1',
          by: 'user:default/maja-wrona',
          at: '2026-11-04T08:00:00.000Z',
          reason: 'The provider was down',
        },
      },
    });
    await verdict('Why the verdict is \u201cClean\u201d');
    expect(
      screen.getByText(/^maja-wrona said so on .*: The provider was down$/),
    ).toBeVisible();
  });

  it('says that nothing speaks against it, and that no change was traced', async () => {
    open(deployment({ version: 'v1' }));
    await verdict('Why the verdict is \u201cClean\u201d');
    expect(screen.getByText('Nothing speaks against it.')).toBeVisible();
    expect(screen.getByText('No change could be traced to it.')).toBeVisible();
  });

  it('tells a verdict that is still pending apart', async () => {
    open(pendingDeployment);
    expect(await verdict('The verdict is pending')).toBeVisible();
  });

  it('tells which changes are inferred, and how surely', async () => {
    open(
      deployment({
        version: 'v1',
        changes: [
          change(3600, 'Told by its sender'),
          {
            ...change(60, 'Between two commits'),
            inferred: { from: 'commit', confidence: 0.9 },
          },
          {
            ...change(61, 'Merged in time'),
            basis: 'merge',
            inferred: { from: 'time', confidence: 0.6 },
          },
        ],
        evidence: [
          {
            rule: 'reverted',
            at: NOW,
            confidence: 0.7,
            observationIds: ['1'],
            overruled: false,
            inferred: true,
          },
        ],
      }),
    );
    await verdict('Changes it shipped');
    const [told, commit, time] = listBelow('Changes it shipped');
    expect(told).toHaveTextContent('1 h from commit');
    expect(told).not.toHaveTextContent('inferred');
    expect(commit).toHaveTextContent(
      'inferred from the commits since the deployment before it, high',
    );
    expect(time).toHaveTextContent(
      '1 min 1 s from merge' + 'inferred from when it was merged, medium',
    );
    expect(
      screen.getByText('Which deployment shipped this change is inferred.'),
    ).toBeVisible();
  });

  it('shows what the list knows while it cannot be read anew', async () => {
    const error = await refusal(503);
    const api = new FixtureStabilityApi();
    jest.spyOn(api, 'getDeployment').mockRejectedValue(error);
    renderForEntity(
      <DeploymentContent
        id={failedDeployment.id}
        index={factIndex({ deployments: [failedDeployment] })}
      />,
      { api },
    );
    expect(
      await verdict('Why the verdict is \u201cFailed\u201d'),
    ).toBeVisible();
  });

  it('says that it may not be seen', async () => {
    const error = await refusal(403);
    open(failedDeployment, error);
    expect(
      await screen.findByText('Reading this needs stability.read.'),
    ).toBeVisible();
  });
});
