import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * Names in index.html what every first page needs but the browser would find late: the two fonts, known only to the
 * style sheet, and the chunk of the pages for finding a service, known only to the router.
 */
export function preloadEarly({ chunk }: { readonly chunk: string }): Plugin {
  return {
    name: 'preload-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        return Object.values(bundle).flatMap(({ type, fileName, name }) => {
          if (type === 'chunk' && name === chunk) return [modulePreload(fileName)];
          return fileName.endsWith('.woff2') ? [fontPreload(fileName)] : [];
        });
      },
    },
  };
}

function fontPreload(fileName: string): HtmlTagDescriptor {
  return { tag: 'link', injectTo: 'head', attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${fileName}`, crossorigin: true } };
}

function modulePreload(fileName: string): HtmlTagDescriptor {
  return { tag: 'link', injectTo: 'head', attrs: { rel: 'modulepreload', href: `/${fileName}`, crossorigin: true } };
}
