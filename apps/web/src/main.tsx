import { QueryClientProvider } from '@tanstack/react-query';
import { version } from 'bootstrap-italia/package.json';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { queryClient } from './api.ts';
import { routes } from './routes.tsx';
import { takeLanguageFromAddress } from './session/language-choice.ts';
import { LanguageProvider } from './session/LanguageProvider.tsx';
import { unionIsKnown } from './union.ts';
import './styles/main.scss';

declare global {
  interface Window {
    /** Where checkers of public sites read which version of the framework a page follows. */
    BOOTSTRAP_ITALIA_VERSION: string;
  }
}

window.BOOTSTRAP_ITALIA_VERSION = version;

takeLanguageFromAddress();

// Already asks for the code and the data of the first page, while its head waits for the name of the union.
const router = createBrowserRouter(routes);
void unionIsKnown().then(show);

function show(): void {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <LanguageProvider>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
