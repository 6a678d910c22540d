import { STATUS_CODES } from 'node:http';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';

/** An error whose message the caller may read. */
export class Problem extends Error {
  readonly status: number;
  readonly headers: Record<string, string>;

  constructor(status: number, detail: string, headers: Record<string, string> = {}) {
    super(detail);
    this.name = 'Problem';
    this.status = status;
    this.headers = headers;
  }
}

/** Answers every error as application/problem+json (RFC 9457). */
export function addProblems(app: FastifyInstance, log: Logger): void {
  app.setNotFoundHandler((request, reply) =>
    sendProblem(request, reply, 404, 'There is nothing here.'),
  );

  app.setErrorHandler<FastifyError | Problem>((error, request, reply) => {
    if (error instanceof Problem) {
      return sendProblem(request, reply.headers(error.headers), error.status, error.message);
    }
    // what fastify finds wrong with a request: its body's size, form or type
    const { statusCode = 500 } = error;
    if (statusCode < 500) {
      return sendProblem(request, reply, statusCode, error.message);
    }
    log.error(error, 'request failed');
    return sendProblem(request, reply, 500, 'Something went wrong.');
  });
}

/** Answers with a problem whose instance is the path that was asked for. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  detail: string,
) {
  const [instance] = request.url.split('?');
  return reply
    .code(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: STATUS_CODES[status],
        status,
        detail,
        instance,
      }),
    );
}
