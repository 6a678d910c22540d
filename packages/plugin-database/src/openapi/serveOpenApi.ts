import type { RequestHandler } from 'express';
import type { OpenApiDocument } from './readOpenApi';

/**
 * Serves a document as it is, with paths as a client asks for them. The router
 * of Backstage would serve it too, but calls it OpenAPI 3.0.3, whatever it is.
 *
 * @public
 */
export function serveOpenApi(options: {
  document: OpenApiDocument;
}): RequestHandler {
  const { paths, ...rest } = options.document;
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
