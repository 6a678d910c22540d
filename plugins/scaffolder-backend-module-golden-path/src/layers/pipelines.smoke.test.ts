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

const UNKNOWN: PortalAnswer = {
  status: 404,
  body: { type: 'about:blank', title: 'Not Found', status: 404 },
};

describeScripts('smoke-test.sh', () => {
  let workshop: PipelineWorkshop;
  let service: FakePortal;

  workshopForEach(made => {
    workshop = made;
  });
  afterEach(() => service.stop());

  async function smoke(
    environment: string,
    answer: (request: PortalRequest) => PortalAnswer,
  ) {
    service = await FakePortal.start(answer);
    return workshop.run(`smoke-test.sh ${environment}`, {
      STAGING_URL: service.url,
      PRODUCTION_URL: service.url,
    });
  }

  /** Keeps items, as the services of all stacks do. */
  function keeps(items = new Map<string, string>()) {
    return ({ method, path = '', body }: PortalRequest): PortalAnswer => {
      const known = items.get(path);
      if (method === 'PUT') {
        items.set(path, body);
        return { status: 200, body };
      }
      if (known === undefined) {
        return UNKNOWN;
      }
      if (method === 'DELETE') {
        items.delete(path);
        return { status: 204 };
      }
      return { status: 200, body: known };
    };
  }

  it('writes, reads and removes an item in staging', async () => {
    const { code, stdout } = await smoke('staging', keeps());

    expect(code).toBe(0);
    expect(stdout).toContain('keeps, gives back and removes an item');
    expect(service.requests.map(({ method }) => method)).toEqual([
      'PUT',
      'GET',
      'DELETE',
      'GET',
    ]);
  });

  it('finds a service that forgets', async () => {
    const keep = keeps();
    const { code, stderr } = await smoke('staging', request =>
      request.method === 'GET'
        ? { status: 200, body: { name: 'something else' } }
        : keep(request),
    );

    expect(code).toBe(1);
    expect(stderr).toContain('did not give back what was put there');
  });

  it('only asks in production, time and again', async () => {
    const { code } = await smoke('production', keeps());

    expect(code).toBe(0);
    expect(new Set(service.requests.map(({ method }) => method))).toEqual(
      new Set(['GET']),
    );
    expect(service.requests).toHaveLength(10);
    expect(workshop.calls('sleep')).toHaveLength(9);
  });

  it('finds one bad answer among good ones', async () => {
    let asked = 0;
    const { code, stderr } = await smoke('production', () => {
      asked += 1;
      return asked === 7 ? { status: 500, body: 'oh' } : UNKNOWN;
    });

    expect(code).toBe(1);
    expect(stderr).toContain('was answered 500 instead of 404: oh');
  });

  it('does not take the gateway for the service', async () => {
    const { code, stderr } = await smoke('production', () => ({
      status: 404,
      body: 'no route',
    }));

    expect(code).toBe(1);
    expect(stderr).toContain('was not answered by the service: no route');
  });
});
