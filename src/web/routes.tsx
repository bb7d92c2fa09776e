import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from '@tanstack/react-router';
import { roleIds } from '../core/content/ids.ts';
import { profileQuery } from './client/profile.ts';
import { queryClient } from './client/query-client.ts';
import { CrashPage } from './crash-page.tsx';
import { fittingRole } from './fitting-role.ts';
import { LoadingPage } from './loading-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { Shell } from './shell.tsx';

/** Addresses are readable, and each shows one screen, loaded when it is wanted. */
const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: CrashPage });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../features/first-steps/screens/home-page.tsx'), 'HomePage'),
});

const firstSteps = createRoute({
  getParentRoute: () => root,
  path: '/first-steps',
  beforeLoad: () => {
    throw redirect({ to: '/first-steps/$step', params: { step: '1' } });
  },
});

const steps = 12;
const isStep = (step: string): boolean => /^[1-9]\d?$/u.test(step) && Number(step) <= steps;

/** `from=check`: whoever came to change one answer goes back to the list. */
const step = createRoute({
  getParentRoute: () => root,
  path: '/first-steps/$step',
  validateSearch: (search: Record<string, unknown>): { from?: 'check' } =>
    search['from'] === 'check' ? { from: 'check' } : {},
  beforeLoad: ({ params }) => {
    if (!isStep(params.step)) throw notFound();
  },
  component: lazyRouteComponent(() => import('../features/first-steps/screens/step-page.tsx'), 'StepPage'),
});

const check = createRoute({
  getParentRoute: () => root,
  path: '/first-steps/check',
  component: lazyRouteComponent(() => import('../features/first-steps/screens/check-page.tsx'), 'CheckPage'),
});

/** Without a role: the guide that fits the organisation. */
const guides = createRoute({
  getParentRoute: () => root,
  path: '/guides',
  beforeLoad: async () => {
    const { profile } = await queryClient.ensureQueryData(profileQuery);
    throw redirect({ to: '/guides/$role/{-$section}', params: { role: fittingRole(profile ?? {}) } });
  },
});

const guide = createRoute({
  getParentRoute: () => root,
  path: '/guides/$role/{-$section}',
  beforeLoad: ({ params }) => {
    if (!(roleIds as readonly string[]).includes(params.role)) throw notFound();
  },
  component: lazyRouteComponent(() => import('../features/guides/screens/guide-page.tsx'), 'GuidePage'),
});

export const router = createRouter({
  routeTree: root.addChildren([home, firstSteps, check, step, guides, guide]),
  defaultPreload: 'intent',
  defaultPendingComponent: LoadingPage,
  defaultPendingMs: 300,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
