import {
  configApiRef,
  createFrontendModule,
  githubAuthApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import { ProxiedSignInPage, SignInPage } from '@backstage/core-components';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { oidcAuthApi, oidcAuthApiRef } from './oidcAuthApi';

const providers = {
  github: {
    id: 'github-auth-provider',
    title: 'GitHub',
    message: 'Sign in with your GitHub account',
    apiRef: githubAuthApiRef,
  },
  oidc: {
    id: 'oidc-auth-provider',
    title: 'Single sign-on',
    message: "Sign in with your company's account",
    apiRef: oidcAuthApiRef,
  },
};

/** The way in that `app.signIn.provider` names; guest goes straight through. */
function PortalSignInPage(props: SignInPageProps) {
  const name = useApi(configApiRef).getOptionalString('app.signIn.provider');
  return name === 'github' || name === 'oidc' ? (
    <SignInPage {...props} provider={providers[name]} />
  ) : (
    <ProxiedSignInPage {...props} provider="guest" />
  );
}

export const signInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    oidcAuthApi,
    SignInPageBlueprint.make({
      params: { loader: async () => PortalSignInPage },
    }),
  ],
});
