import type { HtmlTagDescriptor, Plugin } from 'vite';

type Patterns = Readonly<Record<string, string>>;

/**
 * Names in index.html what a first page needs but the browser would find late: the two fonts, known only to the style
 * sheet, and chunks and style sheets, known only to the router. `chunks` and `styles` say for which pages, by a pattern of
 * their address that the server reads: it leaves the others out.
 */
export function preloadEarly({ chunks, styles }: { readonly chunks: Patterns; readonly styles: Patterns }): Plugin {
  return {
    name: 'preload-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        return Object.values(bundle).flatMap(({ type, fileName, name }) => {
          const pages = type === 'chunk' ? chunks[name] : undefined;
          if (pages) return [modulePreload(fileName, pages)];
          const styled = fileName.endsWith('.css') ? styles[baseNameOf(fileName)] : undefined;
          if (styled) return [stylePreload(fileName, styled)];
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

function stylePreload(fileName: string, pages: string): HtmlTagDescriptor {
  return { tag: 'link', injectTo: 'head', attrs: { rel: 'preload', as: 'style', href: `/${fileName}`, 'data-pages': pages } };
}

/** `assets/staff-BdPZ2p2Z.css`: `staff`; a hash has eight characters, and may hold a hyphen. */
function baseNameOf(fileName: string): string {
  return /([^/]+)-[\w-]{8}\.css$/.exec(fileName)?.[1] ?? '';
}
