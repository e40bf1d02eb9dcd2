/** What makes the files of the page lighter than a minifier does. */
import type { Plugin } from 'vite'

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [field: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** Every node, those inside of templates too. */
function* within(node: Node): Iterable<Node> {
  yield node
  for (const value of Object.values(node).flat()) if (isNode(value)) yield* within(value)
}

const isNamed = (tag: unknown, name: string): boolean => isNode(tag) && tag.name === name

const tightStyle = (text: string): string =>
  text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) /g, '$1')
    .replace(/([a-z]): /g, '$1:')

/** Line breaks and indents in the templates of elements are for who reads the source: one blank says as much. */
export const tightTemplates: Plugin = {
  name: 'tight-templates',
  apply: 'build',
  transform: {
    filter: { id: /client[\\/].*\.ts$/, code: /\b(css|html|svg)`/ },
    handler(code) {
      const texts: (readonly [from: number, to: number, text: string])[] = []
      for (const { type, tag, quasi } of within(this.parse(code) as unknown as Node)) {
        if (type !== 'TaggedTemplateExpression') continue
        const isStyle = isNamed(tag, 'css')
        if (!isStyle && !isNamed(tag, 'html') && !isNamed(tag, 'svg')) continue
        for (const { start, end } of (quasi as { readonly quasis: readonly Node[] }).quasis) {
          const text = code.slice(start, end)
          texts.push([start, end, isStyle ? tightStyle(text) : text.replace(/\s*\n\s*/g, ' ')])
        }
      }
      let tight = ''
      let at = 0
      for (const [from, to, text] of texts.sort(([a], [b]) => a - b)) {
        tight += code.slice(at, from) + text
        at = to
      }
      return { code: tight + code.slice(at), map: null }
    },
  },
}

/** Of a drawing only what is drawn: `icons.ts` puts the frame around it. */
export const bareDrawings: Plugin = {
  name: 'bare-drawings',
  apply: 'build',
  transform: {
    filter: { id: /lucide-static.*\.svg\?raw$/ },
    handler: code => ({
      code: code
        .replace(/<!--.*?-->|<svg.*?>|<\/svg>/g, '')
        .replace(/(?:\\n|\s)+(?=<|")|(?:\\n)+/g, '')
        .replaceAll(' />', '/>'),
      map: null,
    }),
  },
}

/** Of what yjs says to a console when it is used wrongly, only the words: lib0 would bring a painter of consoles, and a language of schemas for it. */
export const plainConsole: Plugin = {
  name: 'plain-console',
  apply: 'build',
  enforce: 'pre',
  resolveId: { filter: { id: /^lib0\/logging$/ }, handler: () => '\0plain-console' },
  load: {
    filter: { id: /^\0plain-console$/ },
    handler: () => `export const { log: print, warn } = console
export const [ORANGE, BOLD, UNBOLD, RED] = ['', '', '', '']`,
  },
}
