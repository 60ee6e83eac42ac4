/** Makes any text safe inside an element or an attribute. */
export const escape = (text: unknown): string =>
  String(text ?? '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

/** A whole page. @param title and body are HTML already */
export const page = ({
  body,
  language,
  title,
}: {
  body: string
  language: string
  title: string
}): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: #f3f4f6; color: #1f2937 }
main { max-width: 30rem; margin: 2rem auto; padding: 1.5rem 2rem; background: #fff; border-radius: 8px; box-shadow: 0 1px 4px #0002 }
main.wide { max-width: 70rem }
h1 { font-size: 1.3rem; margin-top: 0 }
h2 { font-size: 1.05rem; margin-top: 2rem }
label { display: block; margin: 1rem 0 .25rem }
input { box-sizing: border-box; width: 100%; padding: .5rem; font: inherit; border: 1px solid #6b7280; border-radius: 4px }
button { margin: 1.25rem .5rem 0 0; padding: .5rem 1rem; font: inherit; border: 1px solid #6b7280; border-radius: 4px; background: #fff; cursor: pointer }
button.first { background: #1d4ed8; border-color: #1d4ed8; color: #fff }
:focus-visible { outline: 3px solid #f59e0b; outline-offset: 1px }
.error { padding: .5rem .75rem; border-left: 4px solid #b91c1c; background: #fef2f2 }
.note { color: #4b5563 }
table { border-collapse: collapse; width: 100%; font-size: .9rem }
th, td { text-align: left; padding: .3rem .5rem; border-bottom: 1px solid #e5e7eb; vertical-align: top }
td.number { text-align: right; font-variant-numeric: tabular-nums }
code { font-size: .9em; white-space: nowrap }
</style>
</head>
<body>${body}</body>
</html>
`
