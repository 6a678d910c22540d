import { findProgram } from '../__testUtils__/findProgram';
import {
  FakePortal,
  type PortalAnswer,
  type PortalRequest,
} from '../__testUtils__/fakePortal';
import {
  describeScripts,
  workshopForEach,
} from '../__testUtils__/describeScripts';
import type { PipelineWorkshop } from '../__testUtils__/pipelineWorkshop';

const REASONS = {
  allow: 'At least 78 % of the budget of Availability is left',
  warn: 'Only 12 % of the budget of Availability is left',
  block: 'The budget of Availability is spent',
};

function verdict(name: keyof typeof REASONS): PortalAnswer {
  return {
    status: 200,
    body: {
      verdict: name,
      reasons: [{ code: 'any', verdict: name, message: REASONS[name] }],
      entityRef: 'component:default/gift-cards',
      decidedAt: '2026-11-22T09:00:00.000Z',
      decision: '17',
    },
  };
}

const refusal = (status: number, message: string): PortalAnswer => ({
  status,
  body: { error: { name: 'Error', message } },
});

describeScripts('gate.sh', () => {
  let workshop: PipelineWorkshop;
  let portal: FakePortal | undefined;

  workshopForEach(made => {
    workshop = made;
  });
  afterEach(async () => {
    await portal?.stop();
    portal = undefined;
  });

  async function ask(
    answer: (request: PortalRequest) => PortalAnswer,
    env: NodeJS.ProcessEnv = {},
  ) {
    portal = await FakePortal.start(answer);
    return workshop.run('gate.sh', {
      PORTAL_API_URL: portal.url,
      PLIMSOLL_TOKEN: 'pipeline-token',
      ...env,
    });
  }

  it('goes on where the budget allows it, and says which decision that was', async () => {
    const { code, stdout, stderr } = await ask(() => verdict('allow'));

    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('allows this release (decision 17)');
    expect(stdout).toContain(REASONS.allow);
    expect(portal?.requests).toEqual([
      expect.objectContaining({
        method: 'GET',
        path: '/api/slo/gate?entityRef=component:default/gift-cards',
        authorization: 'Bearer pipeline-token',
      }),
    ]);
  });

  it('goes on with a warning, which is printed', async () => {
    const { code, stderr } = await ask(() => verdict('warn'));

    expect(code).toBe(0);
    expect(stderr).toContain('WARNING');
    expect(stderr).toContain(`warn: ${REASONS.warn}`);
  });

  it.each(['stop', 'go-on'])(
    'stops with the reasons where the budget blocks it (%s)',
    async choice => {
      const { code, stderr } = await ask(() => verdict('block'), {
        GATE_WHEN_UNREACHABLE: choice,
      });

      expect(code).toBe(1);
      expect(stderr).toContain(`block: ${REASONS.block}`);
      expect(stderr).toContain('plimsoll.dev/slo-gate: exhausted=warn');
    },
  );

  it.each([
    [401, 'PLIMSOLL_TOKEN'],
    [403, 'slo.objective.read'],
    [404, 'No entity gift-cards'],
  ])(
    'stops where the portal refuses the question with %p, whatever is chosen',
    async (status, told) => {
      const { code, stderr } = await ask(
        () => refusal(status, 'No entity gift-cards'),
        { GATE_WHEN_UNREACHABLE: 'go-on' },
      );

      expect(code).toBe(2);
      expect(stderr).toContain(told);
      expect(portal?.requests).toHaveLength(1);
    },
  );

  it('asks again where the portal is busy', async () => {
    const answers = [refusal(503, 'busy'), verdict('allow')];
    const { code } = await ask(() => answers.shift());

    expect(code).toBe(0);
    expect(workshop.calls('sleep')).toEqual(['sleep 2']);
  });

  it.each([
    ['a portal that stays busy', refusal(503, 'busy'), 'answered 503', 3],
    ['a portal that is broken', refusal(500, 'oh'), 'answered 500', 1],
    [
      'a sign-in page',
      { status: 200, body: '<html>sign in</html>' },
      'no verdict',
      1,
    ],
    ['an answer without one', { status: 200, body: {} }, 'no verdict', 1],
  ])('has no verdict from %s: it stops', async (_, answer, told, asked) => {
    const { code, stderr } = await ask(() => answer);

    expect(code).toBe(3);
    expect(stderr).toContain(told);
    expect(stderr).toContain('GATE_WHEN_UNREACHABLE=go-on would let it go on');
    expect(portal?.requests).toHaveLength(asked);
  });

  it('goes on without a verdict only where that was chosen, and says so loudly', async () => {
    const { code, stderr } = await ask(() => refusal(503, 'busy'), {
      GATE_WHEN_UNREACHABLE: 'go-on',
    });

    expect(code).toBe(0);
    expect(stderr).toContain('RELEASED WITHOUT A VERDICT');
  });

  it('stops where nobody listens', async () => {
    const gone = await FakePortal.start(() => undefined);
    const { url } = gone;
    await gone.stop();

    const { code, stderr } = await workshop.run('gate.sh', {
      PORTAL_API_URL: url,
      PLIMSOLL_TOKEN: 'pipeline-token',
    });

    expect(code).toBe(3);
    expect(stderr).toContain(
      `${url} did not answer within 10 s, asked 3 times`,
    );
    expect(workshop.calls('sleep')).toEqual(['sleep 2', 'sleep 4']);
  });

  it('stops where the portal never answers', async () => {
    const { code, stderr } = await ask(() => undefined, {
      PORTAL_TIMEOUT_SECONDS: '1',
      PORTAL_ATTEMPTS: '1',
    });

    expect(code).toBe(3);
    expect(stderr).toContain('did not answer within 1 s, asked 1 times');
  });

  it('knows no third way to fail', async () => {
    const { code, stderr } = await ask(() => verdict('allow'), {
      GATE_WHEN_UNREACHABLE: 'allow',
    });

    expect(code).toBe(64);
    expect(stderr).toContain("'allow', not stop or go-on");
    expect(portal?.requests).toEqual([]);
  });

  it('shows its identity where no token is stored', async () => {
    const { code } = await ask(
      ({ path }) =>
        path?.startsWith('/token')
          ? { status: 200, body: { value: 'signed.by.github' } }
          : verdict('allow'),
      {
        PLIMSOLL_TOKEN: '',
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-the-run',
      },
    ).then(async first => {
      // without the address, the job has no identity
      expect(first.code).toBe(0);
      expect(portal?.requests[0].authorization).toBeUndefined();
      return workshop.run('gate.sh', {
        PORTAL_API_URL: portal?.url,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'of-the-run',
        ACTIONS_ID_TOKEN_REQUEST_URL: `${portal?.url}/token?v=1`,
      });
    });

    expect(code).toBe(0);
    expect(portal?.requests.slice(1)).toEqual([
      expect.objectContaining({
        path: '/token?v=1&audience=plimsoll',
        authorization: 'Bearer of-the-run',
      }),
      expect.objectContaining({ authorization: 'Bearer signed.by.github' }),
    ]);
  });

  it('gives no token to the list of processes', async () => {
    workshop.program('curl', 'exec "$REAL_CURL" "$@"');
    const { code } = await ask(() => verdict('allow'), {
      REAL_CURL: findProgram('curl'),
    });

    expect(code).toBe(0);
    expect(workshop.calls('curl')).toHaveLength(1);
    expect(workshop.calls('curl').join()).not.toContain('pipeline-token');
  });
});
