import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';

export default defineConfig({
	plugins: [sveltekit()],
	// Two copies of Yjs in one page would not recognise each other's types.
	resolve: { dedupe: ['yjs'] }
});
