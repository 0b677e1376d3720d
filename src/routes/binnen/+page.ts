export { load, prerender, ssr } from '../onze-ruimte/+page.ts';
