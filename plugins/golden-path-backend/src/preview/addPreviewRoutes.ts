import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Request, Router } from 'express';
import type { Preview } from './createPreview';

/** `POST /preview` and `POST /findings`: nothing is written by them. */
export function addPreviewRoutes(
  router: Router,
  options: {
    callerOf(req: Request): Promise<{ credentials: BackstageCredentials }>;
    preview: Preview;
  },
): void {
  const { callerOf, preview } = options;

  router.post('/preview', async (req, res) => {
    res.json(await preview.preview(req.body, await callerOf(req)));
  });

  router.post('/findings', async (req, res) => {
    res.json(await preview.findings(req.body, await callerOf(req)));
  });
}
