import { createApp } from '@backstage/frontend-defaults';
import { graphModule } from './modules/graph';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';
import { overviewModule } from './modules/overview';
import { signInModule } from './modules/signIn';

/** Everything else is discovered from package.json (`app.packages: all`). */
export const app = createApp({
  features: [navModule, homeModule, graphModule, overviewModule, signInModule],
});
