import { Html, markup } from './markup';
import { words } from './words';

const STYLE = new Html(`
:root { color-scheme: light dark; --rule: light-dark(#d9dde1, #3b434b); --link: light-dark(#0f5c7a, #7cc4e0); }
body { margin: 0 auto; max-width: 64rem; padding: 1.5rem; font: 1rem/1.5 system-ui, sans-serif; }
a { color: var(--link); }
ul { list-style: none; padding: 0; }
li { border-top: 1px solid var(--rule); padding: .5rem 0; overflow-wrap: anywhere; }
pre { border: 1px solid var(--rule); border-radius: 6px; padding: 1rem; overflow-x: auto; font: .875rem/1.5 ui-monospace, monospace; }
.plus { color: light-dark(#13653f, #7fd6a8); } .minus { color: light-dark(#a3292b, #f0a3a4); }
button { font: inherit; padding: .4rem 1.2rem; }
`);

/** A whole page. */
export function page(options: { title: string; body: Html }): string {
  const { title, body } = options;
  return markup`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} · ${words.title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <p><a href="/">${words.title}</a></p>
        <h1>${title}</h1>
        ${body}
      </body>
    </html> `.text;
}
