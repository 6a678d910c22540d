/** A `deployment_status` as GitHub sends it, as far as anyone reads it. */
export function deploymentStatus(
  overrides: {
    id?: number;
    state?: string;
    at?: string;
    environment?: string;
    deployment?: Record<string, unknown>;
  } = {},
) {
  const {
    id = 9001,
    state = 'success',
    at = '2026-11-20T14:08:31Z',
    environment = 'production',
    deployment,
  } = overrides;
  return {
    action: 'created',
    deployment_status: {
      id,
      state,
      environment,
      description: 'Rolled out to 6 pods',
      created_at: at,
      updated_at: at,
      target_url: 'https://github.com/shopkart/checkout/actions/runs/77',
      log_url: 'https://github.com/shopkart/checkout/actions/runs/77',
    },
    deployment: deploymentOf({ environment, ...deployment }),
    repository: { full_name: 'shopkart/checkout', default_branch: 'main' },
    workflow_run: { id: 77 },
  };
}

/** The `deployment` of an event. */
export function deploymentOf(overrides: Record<string, unknown> = {}) {
  return {
    id: 4201,
    sha: '8F14E45FCEEA167A5A36DEDD4BEA2543AAAAAAAA',
    ref: 'v2.31.0',
    task: 'deploy',
    environment: 'production',
    production_environment: true,
    description: 'Cart entries in MessagePack (#1842)',
    created_at: '2026-11-20T14:05:02Z',
    payload: {},
    ...overrides,
  };
}
