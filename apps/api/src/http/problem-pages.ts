import { isProblemName, type Language, type ProblemName, problems } from '@sportello/contract';
import type { App } from './app.ts';
import { languageOf } from './language.ts';
import { problem } from './problems.ts';

const words = {
  it: { problem: 'Errore dell’API', status: 'Stato HTTP', members: 'Campi oltre a quelli di RFC 9457', docs: 'Documentazione dell’API', all: 'Tutti gli errori', none: 'nessuno' },
  en: { problem: 'API problem', status: 'HTTP status', members: 'Members beside those of RFC 9457', docs: 'Documentation of the API', all: 'All problems', none: 'none' },
} as const;

const style = `:root{color-scheme:light dark}body{font:1.125rem/1.6 "Titillium Web",system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
h1{line-height:1.2}dt{font-weight:600}dd{margin:0 0 1rem}code{font-size:1rem}a{color:#06c}@media(prefers-color-scheme:dark){a{color:#8bf}}`;

/** The page at each problem's `type`, made from the catalogue, and the list of all of them. */
export function registerProblemPages(app: App): void {
  app.get('/problems/style.css', { schema: { hide: true } as object }, (_, reply) => reply.type('text/css').send(style));

  app.get('/problems', { schema: { hide: true } as object }, (request, reply) => {
    const language = languageOf(request);
    const items = Object.keys(problems).map((name) => `<li><a href="/problems/${name}"><code>${name}</code></a></li>`);
    return reply.type('text/html').header('content-language', language).send(page(language, words[language].all, `<ul>${items.join('')}</ul>`));
  });

  app.get('/problems/:name', { schema: { hide: true } as object }, (request, reply) => {
    const { name } = request.params as { name: string };
    if (!isProblemName(name)) throw problem('not-found');
    const language = languageOf(request);
    return reply.type('text/html').header('content-language', language).send(page(language, problems[name][language].title, explained(name, language)));
  });
}

function explained(name: ProblemName, language: Language): string {
  const { status, members } = problems[name];
  const said = words[language];
  const listed = members.length > 0 ? members.map((member) => `<code>${member}</code>`).join(', ') : said.none;
  return `<p><code>${name}</code></p><p>${problems[name][language].explanation}</p>
<dl><dt>${said.status}</dt><dd>${status}</dd><dt>${said.members}</dt><dd>${listed}</dd></dl>`;
}

function page(language: Language, title: string, content: string): string {
  const said = words[language];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${title} - ${said.problem}</title><link rel="stylesheet" href="/problems/style.css"></head>
<body><main><h1>${title}</h1>${content}<p><a href="/problems">${said.all}</a> · <a href="/api/docs">${said.docs}</a></p></main></body></html>`;
}
