import { findingsOf } from '../__testUtils__/findingsOf';
import { dockerfileCheck } from './dockerfileCheck';

const RIGHT = [
  '# syntax=docker/dockerfile:1',
  'FROM node:24-trixie-slim AS build',
  'RUN --mount=type=cache,target=/root/.npm npm ci',
  `FROM gcr.io/distroless/nodejs24-debian13@sha256:${'a'.repeat(64)}`,
  'COPY --from=build /app /app',
  'USER 65532:65532',
  'HEALTHCHECK CMD ["/nodejs/bin/node", "health.js"]',
  'ENTRYPOINT ["/nodejs/bin/node", "server.js"]',
  '',
].join('\n');

describe('dockerfileCheck', () => {
  it('finds nothing in an image that keeps the rules', async () => {
    expect(await findingsOf(dockerfileCheck, { Dockerfile: RIGHT })).toEqual(
      [],
    );
  });

  it.each([
    [
      '# syntax=docker/dockerfile:1\n',
      '',
      'warning Dockerfile:1 names no syntax',
    ],
    [':24-trixie-slim', '', 'error Dockerfile:2 is built on node, which'],
    [
      ':24-trixie-slim',
      ':latest',
      'error Dockerfile:2 is built on node:latest',
    ],
    [
      '--mount=type=cache,target=/root/.npm ',
      '',
      'warning Dockerfile:3 downloads',
    ],
    ['USER 65532:65532', 'USER nonroot', 'error Dockerfile:6 runs as nonroot'],
    ['USER 65532:65532', 'USER 0', 'error Dockerfile:6 runs as 0;'],
    [
      'USER 65532:65532\n',
      '',
      'error Dockerfile:4 runs as the user of its base',
    ],
    [
      'HEALTHCHECK CMD ["/nodejs/bin/node", "health.js"]\n',
      '',
      'warning Dockerfile:4 has no HEALTHCHECK',
    ],
    [
      '["/nodejs/bin/node", "server.js"]',
      'node server.js',
      'error Dockerfile:8 ENTRYPOINT starts a shell',
    ],
    [
      'ENTRYPOINT ["/nodejs/bin/node", "server.js"]\n',
      '',
      'error Dockerfile:4 starts nothing',
    ],
    [
      'COPY --from=build /app /app',
      'ADD https://files.example/app /app',
      'error Dockerfile:5 adds what an address',
    ],
    [
      'COPY --from=build',
      'ARG NPM_TOKEN\nCOPY --from=build',
      'error Dockerfile:5 keeps NPM_TOKEN in the image',
    ],
    [
      'COPY --from=build',
      'ENV DB_PASSWORD=x\nCOPY --from=build',
      'error Dockerfile:5 keeps DB_PASSWORD in the image',
    ],
  ])('says what is wrong with %j -> %j', async (from, to, message) => {
    const found = await findingsOf(dockerfileCheck, {
      'docker/Dockerfile': RIGHT.replace(from, to),
    });
    const line = expect.stringContaining(
      message.replace('Dockerfile', 'docker/Dockerfile'),
    );
    expect(found).toContainEqual(line);
    expect(found.filter(one => !one.startsWith('warning'))).toHaveLength(
      message.startsWith('error') ? 1 : 0,
    );
  });

  it('wants build tools in a stage of their own, and a base at all', async () => {
    const single = RIGHT.split('\n')
      .filter((_, index) => index !== 1 && index !== 2)
      .join('\n');
    expect(await findingsOf(dockerfileCheck, { Dockerfile: single })).toEqual([
      expect.stringContaining('has one stage'),
    ]);
    expect(
      await findingsOf(dockerfileCheck, { Dockerfile: '' }),
    ).toContainEqual(expect.stringContaining('has no FROM'));
  });

  it('takes stages and build arguments as bases', async () => {
    const text = RIGHT.replace(
      'FROM gcr.io',
      'FROM build AS test\nFROM ${BASE} AS other\nFROM gcr.io',
    );
    expect(await findingsOf(dockerfileCheck, { Dockerfile: text })).toEqual([]);
  });
});
