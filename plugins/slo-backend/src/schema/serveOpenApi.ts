import type { RequestHandler } from 'express';
import { readOpenApi } from './readOpenApi';

/**
 * Serves the document as it is, with paths as a client asks for them. The
 * router of Backstage would serve it too, but calls it OpenAPI 3.0.3, whatever
 * it is.
 */
export function serveOpenApi(): RequestHandler {
  const { paths, ...rest } = readOpenApi();
  return (req, res) => {
    res.json({
      ...rest,
      paths: Object.fromEntries(
        Object.entries(paths).map(([path, item]) => [
          `${req.baseUrl}${path}`,
          item,
        ]),
      ),
    });
  };
}
