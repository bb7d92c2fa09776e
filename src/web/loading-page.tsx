import { Loading } from './kit/region/loading.tsx';
import { say } from './say.ts';

/** While the code of a screen is on its way. */
export const LoadingPage = () => (
  <div className="page">
    <Loading what={say('loading.page')} />
  </div>
);
