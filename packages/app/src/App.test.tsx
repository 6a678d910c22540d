import { render, screen } from '@testing-library/react';
import { app } from './App';

describe('the portal', () => {
  it('starts, and asks who is there', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Portal', signIn: { provider: 'github' } },
            backend: { baseUrl: 'http://localhost:7007' },
            techdocs: {
              storageUrl: 'http://localhost:7007/api/techdocs/static/docs',
            },
          },
          context: 'test',
        },
      ] as unknown as string,
    };
    render(app.createRoot());
    // The whole portal is loaded here, which takes a busy machine its time.
    expect(await screen.findByText('GitHub')).toBeInTheDocument();
  });
});
