import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * GraphiQL's stylesheet carries its Latin fonts and Monaco's icons inside, as `data:` addresses. The console has its
 * own type, and Monaco brings the icons as a file: what is left needs no more than `font-src 'self'`.
 */
const withoutInlineFonts: Plugin = {
  name: 'without-inline-fonts',
  enforce: 'pre',
  transform: {
    filter: { id: /graphiql\/dist\/style\.css/ },
    handler: (css) => ({ code: css.replaceAll(/@font-face\s*\{[^}]*\}/g, ''), map: null }),
  },
};

export default defineConfig({
  base: '/console/',
  plugins: [react(), withoutInlineFonts],
  build: {
    outDir: '../../dist/console',
    emptyOutDir: true,
    // Everything comes as a file from the hub itself, so that its content security policy needs no `data:`.
    assetsInlineLimit: 0,
    // The editor is large, and fetched only by those who open it.
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      // directives of a compiler that GraphiQL was built with; they mean nothing in a bundle
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  server: { proxy: { '/graphql': 'http://localhost:4000' } },
});
