import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { queryClient } from './client/query-client.ts';
import { router } from './routes.tsx';
import { locale } from './say.ts';

/** Draws the pages into the one element of index.html. */
export function draw(): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('Cannot start the pages: index.html has no element "root"');
  createRoot(root).render(
    <I18nProvider locale={locale}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </I18nProvider>,
  );
}
