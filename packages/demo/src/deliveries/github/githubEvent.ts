import { recordNumber } from '../../releases/commitSha';
import { type Delivery, DELAY_MS } from '../Delivery';
import { guid } from '../guid';

/** Where ShopKart's GitHub Enterprise shows a repository. */
export function githubUrl(repository: string): string {
  return `https://github.shopkart.example/${repository}`;
}

/** What every event says of its repository and of who did it. */
function about(repository: string) {
  const [login, name] = repository.split('/');
  return {
    repository: {
      id: recordNumber(repository) % 1e9,
      name,
      full_name: repository,
      private: true,
      html_url: githubUrl(repository),
      default_branch: 'main',
      owner: { login, type: 'Organization' },
    },
    sender: { login: 'shopkart-deploy[bot]', type: 'Bot' },
  };
}

/** A webhook of GitHub. */
export function githubEvent(options: {
  event: string;
  repository: string;
  /** Unix milliseconds at which it happened. */
  at: number;
  payload: object;
}): Delivery {
  const { event, repository, at, payload } = options;
  const body = JSON.stringify({ ...payload, ...about(repository) });
  return {
    door: 'github',
    at: at + DELAY_MS,
    headers: {
      'x-github-event': event,
      'x-github-delivery': guid(`${event} ${body}`),
    },
    body,
  };
}

/** As GitHub writes times. */
export function githubTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
