import { askEarly } from './api/early';
import { signedInBefore } from './identity/token';

/**
 * What runs before everything else: on a slow phone the app takes as long to be put together as the home page's lists to
 * arrive, so a visitor's are asked for now. Of those who sign in it is not known yet who they are.
 */
if (location.pathname === '/' && !signedInBefore()) {
  askEarly('/api/v1/courses?limit=7');
  askEarly('/api/v1/contests?limit=10');
}
