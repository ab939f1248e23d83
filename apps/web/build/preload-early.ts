import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * Names in index.html what a first page needs but the browser would find late: the two fonts, known only to the style
 * sheet, and chunks, known only to the router. `chunks` says for which pages, by a pattern of their path that the server
 * reads: it leaves the others out.
 */
export function preloadEarly({ chunks }: { readonly chunks: Readonly<Record<string, string>> }): Plugin {
  return {
    name: 'preload-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        return Object.values(bundle).flatMap(({ type, fileName, name }) => {
          const pages = type === 'chunk' ? chunks[name] : undefined;
          if (pages) return [modulePreload(fileName, pages)];
          return fileName.endsWith('.woff2') ? [fontPreload(fileName)] : [];
        });
      },
    },
  };
}

function fontPreload(fileName: string): HtmlTagDescriptor {
  return { tag: 'link', injectTo: 'head', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${fileName}`, crossorigin: true } };
}

function modulePreload(fileName: string, pages: string): HtmlTagDescriptor {
  return { tag: 'link', injectTo: 'head', attrs: { rel: 'modulepreload', href: `/${fileName}`, crossorigin: true, 'data-pages': pages } };
}
